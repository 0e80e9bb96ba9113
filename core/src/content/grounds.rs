//! What a rule, an item, a route list, the level or a piece of guidance rests on, part by part: each with what it means and says.
//!
//! Two editions of a thing mean the same when their parts do; where they do not, the parts that differ can be named.

use super::condition::Guarded;
use super::meaning::{Meaning, Read, item_states, name, region_ids};
use super::sentence::Speaker;
use super::{Content, GuidanceContent, ItemContent, RuleContent, TestContent};
use crate::rulebook::{QuestionId, QuestionKind, Region};
use std::collections::BTreeSet;

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ground {
    /// The thing's own condition, or the one it has in a region.
    Own(Option<Region>),
    /// An item of a region's checklist.
    Item(Region, String),
    /// The route list of a region.
    Route(Region),
    /// The level table.
    Level,
    /// A named fact.
    Fact(String),
    /// A threshold.
    Threshold(String),
    /// When a question is asked.
    AskedWhen(String),
    /// Where a question is asked.
    AskedIn(String),
    /// Which answers a question takes.
    Answers(String),
}

impl Ground {
    /// For the messages to authors.
    pub fn in_english(&self) -> String {
        match self {
            Ground::Own(None) => "the condition".to_owned(),
            Ground::Own(Some(region)) => format!("the condition in {}", region.id()),
            Ground::Item(region, id) => format!("item `{id}` of {}", region.id()),
            Ground::Route(region) => format!("the route list of {}", region.id()),
            Ground::Level => "the level table".to_owned(),
            Ground::Fact(id) => format!("fact `{id}`"),
            Ground::Threshold(id) => format!("threshold `{id}`"),
            Ground::AskedWhen(id) => format!("when `{id}` is asked"),
            Ground::AskedIn(id) => format!("where `{id}` is asked"),
            Ground::Answers(id) => format!("the answers of `{id}`"),
        }
    }

    /// For those who sign.
    pub fn in_norwegian(&self) -> String {
        match self {
            Ground::Own(None) => "vilkåret".to_owned(),
            Ground::Own(Some(region)) => format!("vilkåret i {}", region.id()),
            Ground::Item(_, id) => format!("punktet `{id}`"),
            Ground::Route(_) => "veien".to_owned(),
            Ground::Level => "nivåtabellen".to_owned(),
            Ground::Fact(id) => format!("det sammensatte vilkåret `{id}`"),
            Ground::Threshold(id) => format!("grensen `{id}`"),
            Ground::AskedWhen(id) => format!("når `{id}` stilles"),
            Ground::AskedIn(id) => format!("hvor `{id}` stilles"),
            Ground::Answers(id) => format!("svarene på `{id}`"),
        }
    }
}

/// A part.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What it is.
    pub ground: Ground,
    /// What it means, in ids.
    pub meaning: String,
    /// What it says, in Norwegian.
    pub said: String,
}

/// Gathers the parts of a thing.
pub(super) struct Grounds<'a> {
    content: &'a Content,
    speaker: &'a Speaker<'a>,
    parts: Vec<Part>,
    read: Read,
}

impl<'a> Grounds<'a> {
    /// Of a rule, in the regions where it stands or in one of them.
    pub fn of_rule(content: &'a Content, speaker: &'a Speaker<'a>, rule: &RuleContent, only: Option<Region>) -> Vec<Part> {
        let mut grounds = Self::new(content, speaker);
        let here = |region: &Region| only.is_none_or(|only| only == *region);
        match &rule.test {
            TestContent::When(national) => {
                let nowhere_else = only.is_some_and(|only| rule.stands.get(&only).is_some_and(|standing| standing.differs.is_some()));
                if !nowhere_else {
                    grounds.condition(Ground::Own(None), national, speaker.rule(&rule.test, None, None));
                }
            }
            TestContent::Item { item, missing, vague } => {
                let meaning = item_states(item, *missing, *vague);
                grounds.parts.push(Part { ground: Ground::Own(None), meaning, said: speaker.rule(&rule.test, None, None) });
                for (region, of_region) in content.regions.iter().filter(|(region, _)| rule.stands.contains_key(region) && here(region)) {
                    of_region.items.iter().filter(|one| one.id == *item).for_each(|one| grounds.item(*region, one));
                }
            }
        }
        for (region, standing) in rule.stands.iter().filter(|(region, _)| here(region)) {
            if let Some(own) = &standing.differs {
                grounds.condition(Ground::Own(Some(*region)), own, speaker.rule(&rule.test, Some(own), Some(*region)));
            }
        }
        grounds.finished()
    }

    /// Of an item of a checklist.
    pub fn of_item(content: &'a Content, speaker: &'a Speaker<'a>, region: Region, item: &ItemContent) -> Vec<Part> {
        let mut grounds = Self::new(content, speaker);
        grounds.item(region, item);
        grounds.finished()
    }

    /// Of a region's route list.
    pub fn of_route(content: &'a Content, speaker: &'a Speaker<'a>, region: Region) -> Vec<Part> {
        let mut grounds = Self::new(content, speaker);
        let mut meaning = Meaning::by_name(content);
        let steps = content.regions.get(&region).map_or(&[] as &[_], |region| region.routes.as_slice());
        let to = |at: usize| content.destinations.get(at).map_or("", |to| to.id.as_str());
        let steps: Vec<String> = steps.iter().map(|step| format!("{} when {}", to(step.to), meaning.guarded(&step.when))).collect();
        grounds.add(meaning, Ground::Route(region), steps.join(" then "), String::new());
        grounds.finished()
    }

    /// Of the level.
    pub fn of_level(content: &'a Content, speaker: &'a Speaker<'a>) -> Vec<Part> {
        let mut grounds = Self::new(content, speaker);
        grounds.read.level = true;
        grounds.finished()
    }

    /// Of a piece of guidance.
    pub fn of_guidance(content: &'a Content, speaker: &'a Speaker<'a>, one: &GuidanceContent) -> Vec<Part> {
        let mut grounds = Self::new(content, speaker);
        grounds.condition(Ground::Own(None), &one.when, speaker.when(&one.when));
        grounds.finished()
    }

    fn new(content: &'a Content, speaker: &'a Speaker<'a>) -> Self {
        Self { content, speaker, parts: Vec::new(), read: Read::default() }
    }

    fn condition(&mut self, ground: Ground, condition: &Guarded, said: String) {
        let mut meaning = Meaning::by_name(self.content);
        let means = meaning.guarded(condition);
        self.add(meaning, ground, means, said);
    }

    fn item(&mut self, region: Region, item: &ItemContent) {
        let mut meaning = Meaning::by_name(self.content);
        let relevant = meaning.guarded(&item.relevant);
        meaning.read.questions.extend(item.questions.iter().copied());
        let means = format!("all {} of {} relevant {relevant}", item.all, meaning.names(&item.questions));
        let asked: Vec<String> = item.questions.iter().map(|id| self.speaker.question(*id)).collect();
        let said = format!(
            "{} av {}; aktuelt: {}",
            if item.all { "alle" } else { "minst ett" },
            asked.join(", "),
            self.speaker.when(&item.relevant)
        );
        self.add(meaning, Ground::Item(region, item.id.clone()), means, said);
    }

    fn add(&mut self, meaning: Meaning<'_>, ground: Ground, means: String, said: String) {
        self.parts.push(Part { ground, meaning: means, said });
        self.read.questions.extend(meaning.read.questions);
        self.read.facts.extend(meaning.read.facts);
        self.read.thresholds.extend(meaning.read.thresholds);
        self.read.level |= meaning.read.level;
    }

    /// The parts, and inwards all that they read.
    fn finished(mut self) -> Vec<Part> {
        let content = self.content;
        let (mut facts, mut questions, mut level) = (BTreeSet::new(), BTreeSet::new(), false);
        loop {
            if self.read.level && !std::mem::replace(&mut level, true) {
                let mut meaning = Meaning::by_name(content);
                let means = meaning.level_table();
                self.add(meaning, Ground::Level, means, self.speaker.level_table());
            }
            let fact = self.read.facts.iter().copied().find(|fact| facts.insert(*fact));
            if let Some(fact) = fact.and_then(|fact| content.facts.get(fact)) {
                self.condition(Ground::Fact(fact.id.clone()), &fact.condition, self.speaker.when(&fact.condition));
                continue;
            }
            let Some(question) = self.read.questions.iter().copied().find(|question| questions.insert(*question)) else { break };
            self.question(question);
        }
        for threshold in self.read.thresholds.iter().filter_map(|at| content.thresholds.get(*at)) {
            let from = threshold.from.as_deref().map(|from| format!(" fra {from}")).unwrap_or_default();
            let said = format!("{}{from}", threshold.value);
            self.parts.push(Part { ground: Ground::Threshold(threshold.id.clone()), meaning: said.clone(), said });
        }
        self.parts
    }

    fn question(&mut self, id: QuestionId) {
        let content = self.content;
        let own = name(content, id).to_owned();
        if let Some(Some(relevant)) = content.relevance.get(id.index()) {
            self.condition(Ground::AskedWhen(own.clone()), relevant, self.speaker.when(relevant));
        }
        if let Some(Some(regions)) = content.asked_in.get(id.index()) {
            let said = region_ids(regions).join(", ");
            self.parts.push(Part { ground: Ground::AskedIn(own.clone()), meaning: said.clone(), said });
        }
        if let Some(question) = content.questions.get(id.index()) {
            self.parts.push(Part { ground: Ground::Answers(own), meaning: answers(&question.kind), said: String::new() });
        }
    }
}

/// What can be answered, and what of it counts.
fn answers(kind: &QuestionKind) -> String {
    match kind {
        // The question with the wider scale is a hint for the doctor.
        QuestionKind::Number { min, max, .. } => format!("{min} to {max}"),
        kind => format!("{kind:?}"),
    }
}

/// The parts that mean something else in the later edition, are new in it, or gone.
pub(super) fn changed(before: &[Part], after: &[Part]) -> Vec<Ground> {
    let find = |parts: &[Part], ground: &Ground| parts.iter().find(|part| part.ground == *ground).map(|part| part.meaning.clone());
    let gone = before.iter().filter(|part| find(after, &part.ground).is_none());
    let differs = after.iter().filter(|part| find(before, &part.ground).as_ref() != Some(&part.meaning));
    differs.chain(gone).map(|part| part.ground.clone()).collect()
}
