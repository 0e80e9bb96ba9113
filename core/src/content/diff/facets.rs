//! Everything in the content as named values that can be compared: by kind, by id, by what it is called.

use super::super::Content;
use super::super::condition::Guarded;
use super::super::sentence::Speaker;
use crate::rulebook::words::{Lang, Words};
use crate::rulebook::{Citation, QuestionId, Region, RuleId};

/// A thing of the content.
#[derive(Debug, Clone)]
pub struct Thing {
    /// The kinds come in this order.
    pub order: usize,
    /// What kind, in Norwegian.
    pub kind: &'static str,
    /// Its id, with the region where it belongs to one.
    pub id: String,
    /// What is said of it.
    pub facets: Vec<(String, String)>,
}

impl Thing {
    fn new(order: usize, kind: &'static str, id: impl Into<String>) -> Self {
        Self { order, kind, id: id.into(), facets: Vec::new() }
    }

    fn say(&mut self, label: impl Into<String>, value: impl Into<String>) {
        self.facets.push((label.into(), value.into()));
    }

    /// A facet by its label.
    pub fn facet(&self, label: &str) -> Option<&str> {
        self.facets.iter().find(|(known, _)| known == label).map(|(_, value)| value.as_str())
    }
}

/// Everything, in order.
pub fn things(content: &Content) -> Vec<Thing> {
    let all = All { content, speaker: Speaker::new(content), words: Lang::ALL.map(|lang| content.words(lang)) };
    let mut things = Vec::new();
    things.extend((0..content.rules.len()).map(|at| all.rule(at)));
    things.extend(content.facts.iter().map(|fact| {
        let mut thing = Thing::new(1, "Sammensatte vilkår", &fact.id);
        thing.say("sier", &fact.about);
        thing.say("vilkår", all.speaker.guarded(&fact.condition));
        thing
    }));
    things.extend(content.thresholds.iter().map(|threshold| {
        let mut thing = Thing::new(2, "Grenser", &threshold.id);
        thing.say("verdi", threshold.value.to_string());
        thing.say("gjelder fra", threshold.from.clone().unwrap_or_default());
        thing.say("kilde", threshold.source.map(|source| all.tags(&[source])).unwrap_or_default());
        thing
    }));
    things.extend((0..content.questions.len()).map(|at| all.question(QuestionId::at(at))));
    for region in content.regions() {
        things.extend(all.region(region));
    }
    things.push(all.level());
    things.extend(content.guidance.iter().enumerate().map(|(at, one)| {
        let mut thing = Thing::new(7, "Verdt å vite", &one.id);
        thing.say("vises når", all.speaker.guarded(&one.when));
        thing.say("gyldig til", one.valid_until.map(|day| day.to_string()).unwrap_or_default());
        thing.say("grunnlag", one.basis.id());
        thing.say("kilder", all.tags(&one.sources));
        for words in &all.words {
            let own = words.guidance.get(at);
            thing.say(format!("tekst ({})", words.lang.id()), own.map(|own| format!("{} {}", own.title, own.text)).unwrap_or_default());
        }
        thing
    }));
    things.extend(content.sources.iter().map(|source| {
        let mut thing = Thing::new(8, "Kilder", &source.id);
        thing.say("tittel", &source.title);
        thing.say("utgiver", &source.publisher);
        thing.say("dato", source.dated.clone().unwrap_or_default());
        thing.say("sjekket", source.checked.clone().unwrap_or_default());
        thing.say("tillit", &source.confidence);
        thing.say("adresse", source.address.clone().unwrap_or_default());
        thing.say("steder", source.places.iter().map(|(id, place)| format!("{id}: {place}")).collect::<Vec<_>>().join("; "));
        thing
    }));
    things
}

struct All<'a> {
    content: &'a Content,
    speaker: Speaker<'a>,
    words: [Words; 3],
}

impl All<'_> {
    fn tags(&self, citations: &[Citation]) -> String {
        let tag = |citation: &Citation| {
            let source = self.content.sources.get(citation.source.index())?;
            let place = citation.place.and_then(|place| source.places.get(usize::from(place)));
            Some(place.map_or_else(|| source.id.clone(), |(place, _)| format!("{}#{place}", source.id)))
        };
        citations.iter().filter_map(tag).collect::<Vec<_>>().join(", ")
    }

    fn questions(&self, questions: &[QuestionId]) -> String {
        questions.iter().map(|id| self.speaker.question(*id)).collect::<Vec<_>>().join(", ")
    }

    fn when(&self, guarded: &Guarded) -> String {
        if guarded.when.is_empty() && guarded.unless.is_empty() { "alltid".to_owned() } else { self.speaker.guarded(guarded) }
    }

    fn rule(&self, at: usize) -> Thing {
        let mut thing = Thing::new(0, "Regler", "");
        let Some(rule) = self.content.rules.get(at) else { return thing };
        thing.id.clone_from(&rule.id);
        thing.say("type", rule.kind.id());
        thing.say("vilkår", self.speaker.rule(&rule.test, None, None));
        thing.say("gjelder fra", rule.since.to_string());
        thing.say("trukket fra", rule.until.map(|day| day.to_string()).unwrap_or_default());
        thing.say("gjennomgått", rule.review.as_ref().map(|review| format!("{}, {}", review.by, review.on)).unwrap_or_default());
        for (region, standing) in &rule.stands {
            thing.say(format!("står i {}", region.id()), format!("{} ({})", standing.basis.id(), self.tags(&standing.sources)));
            if let Some(own) = &standing.differs {
                thing.say(format!("eget vilkår i {}", region.id()), self.speaker.rule(&rule.test, Some(own), Some(*region)));
            }
            let before = self.content.rules.iter().take(at).filter(|one| one.stands.contains_key(region)).count();
            for words in &self.words {
                let Some(own) = words.rule(*region, RuleId::at(before)) else { continue };
                for (part, text) in [("tittel", &own.title), ("hvorfor", &own.why), ("hva du kan gjøre", &own.fix)] {
                    let label = format!("{part} ({})", words.lang.id());
                    // The regions share their words, where none has its own.
                    if thing.facet(&label) != Some(text) {
                        let label = if thing.facet(&label).is_some() { format!("{label} i {}", region.id()) } else { label };
                        thing.say(label, text);
                    }
                }
            }
        }
        thing
    }

    fn question(&self, id: QuestionId) -> Thing {
        let mut thing = Thing::new(3, "Spørsmål", "");
        let Some(question) = self.content.questions.get(id.index()) else { return thing };
        thing.id.clone_from(&question.id);
        thing.say("valg", question.options().join(", "));
        thing.say(
            "stilles når",
            self.content.relevance.get(id.index()).and_then(Option::as_ref).map_or_else(|| "alltid".to_owned(), |when| self.when(when)),
        );
        let regions = self.content.asked_in.get(id.index()).and_then(Option::as_ref);
        let regions = regions.map(|regions| regions.iter().map(|region| region.id()).collect::<Vec<_>>().join(", "));
        thing.say("stilles i", regions.unwrap_or_else(|| "alle regioner".to_owned()));
        thing.say("i henvisningsteksten", if question.not_in_letter { "nei" } else { "ja" });
        for words in &self.words {
            let Some(own) = words.question(id) else { continue };
            let lang = words.lang.id();
            thing.say(format!("spørsmålet ({lang})"), &own.ask);
            thing.say(format!("hjelp ({lang})"), own.help.clone().unwrap_or_default());
            thing.say(format!("eksempel ({lang})"), own.example.clone().unwrap_or_default());
            thing.say(format!("navn i teksten ({lang})"), &own.letter);
            thing.say(format!("valgene ({lang})"), own.options.join("; "));
            let letters: Vec<&str> = own.letters.iter().map(|letter| letter.as_deref().unwrap_or("–")).collect();
            thing.say(format!("setningene ({lang})"), letters.join("; "));
        }
        thing
    }

    fn region(&self, region: Region) -> Vec<Thing> {
        let mut things = Vec::new();
        let Some(of_region) = self.content.regions.get(&region) else { return things };
        for (at, item) in of_region.items.iter().enumerate() {
            let mut thing = Thing::new(4, "Sjekklistene", format!("{} / {}", region.id(), item.id));
            thing.say("spørsmål", format!("{}: {}", if item.all { "alle" } else { "minst ett" }, self.questions(&item.questions)));
            thing.say("aktuelt når", self.when(&item.relevant));
            thing.say("grunnlag", item.basis.id());
            thing.say("kilder", self.tags(&item.sources));
            for words in &self.words {
                let own = words.region(region).and_then(|words| words.items.get(at));
                thing.say(format!("tekst ({})", words.lang.id()), own.cloned().unwrap_or_default());
            }
            things.push(thing);
        }
        let mut route = Thing::new(5, "Veiene", region.id());
        for (at, step) in of_region.routes.iter().enumerate() {
            let to = self.content.destinations.get(step.to).map_or("", |to| to.id.as_str());
            route.say(
                format!("steg {}", at + 1),
                format!("{to}: {} ({}, {})", self.when(&step.when), step.basis.id(), self.tags(&step.sources)),
            );
        }
        things.push(route);
        things
    }

    fn level(&self) -> Thing {
        let level = &self.content.level;
        let mut thing = Thing::new(6, "Nivåtabellen", "nivå");
        thing.say("veier tyngst", self.speaker.question(level.competence));
        thing.say("peker mot spesialisthelsetjenesten", self.questions(&level.specialist));
        thing.say("peker mot kommunen", self.questions(&level.municipal));
        for (at, row) in level.rows.iter().enumerate() {
            let competence = if row.competence { "ja" } else { "nei" };
            let [[s1, s2], [m1, m2]] = [row.specialist, row.municipal];
            thing.say(
                format!("rad {}", at + 1),
                format!("kompetanse {competence}, andre tegn {s1}–{s2}, kommunale tegn {m1}–{m2}: {}", row.level.id()),
            );
        }
        thing
    }
}
