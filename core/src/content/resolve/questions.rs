//! Questions, their options, and when they are relevant.

use super::Resolver;
use crate::content::condition::Guarded;
use crate::content::raw::{self, Name};
use crate::content::read::Record;
use crate::content::{Fact, StateCase};
use crate::rulebook::{OptionId, Question, QuestionId, QuestionKind, Region, SectionId, Ui};
use std::collections::BTreeMap;

const KINDS: [&str; 8] = ["choice", "yes-no", "multi", "number", "text", "area", "coded", "stays"];

impl Resolver<'_> {
    pub(super) fn questions(&mut self, sections: &[String]) {
        self.ids("question", self.raw.questions.iter().map(|one| (one.file, &one.value.id)));
        let ids: Vec<String> = self.raw.questions.iter().map(|one| one.value.id.get_ref().clone()).collect();
        for record in &self.raw.questions {
            let one = &record.value;
            let section = self.find(record.file, &one.section, "section", sections.iter().map(String::as_str)).unwrap_or(0);
            let kind = self.question_kind(record, &ids);
            let mut question = Question {
                id: one.id.get_ref().clone(),
                section: SectionId::at(section),
                kind,
                attached_when: None,
                not_in_letter: one.not_in_letter,
                cues: self.cues(record),
            };
            if let Some(option) = &one.attached_when {
                question.attached_when = self.option(record.file, &question, option);
            }
            self.questions.push(question);
        }
        self.alike_together();
    }

    /// Words that the same questions take for vague stand together, in the same order in each: so they compress to a sixth.
    fn alike_together(&mut self) {
        let mut lists: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, question) in self.questions.iter().enumerate() {
            for word in question.kind.vague_words() {
                lists.entry(word.clone()).or_default().push(at);
            }
        }
        for question in &mut self.questions {
            if let QuestionKind::Text { vague_words } | QuestionKind::Area { vague_words } = &mut question.kind {
                vague_words.sort_by_key(|word| (lists.get(word).cloned(), word.clone()));
            }
        }
    }

    fn question_kind(&mut self, record: &Record<raw::Question>, ids: &[String]) -> QuestionKind {
        let one = &record.value;
        let kind = self.find(record.file, &one.kind, "type", KINDS.into_iter()).and_then(|at| KINDS.get(at)).copied().unwrap_or("text");
        let options = self.ids("option", one.options.iter().map(|name| (record.file, name)));
        let takes_options = matches!(kind, "choice" | "multi");
        if takes_options == options.is_empty() {
            let (message, help) = match takes_options {
                true => ("has no options", "options = [\"…\", \"…\"]"),
                false => ("has options, but its type takes none", "remove `options`, or make it a `choice` or a `multi`"),
            };
            self.wrong(record.file, &one.id, format!("`{}` {message}", one.id.get_ref()), Some(help.to_owned()));
        }
        let mut vague_words: Vec<String> = one.vague_words.iter().map(|word| word.to_lowercase()).collect();
        vague_words.sort();
        vague_words.dedup();
        match kind {
            "choice" => QuestionKind::Choice { options, yes_no: false },
            "yes-no" => QuestionKind::Choice { options: vec!["yes".to_owned(), "no".to_owned()], yes_no: true },
            "multi" => {
                if options.len() > 16 {
                    self.wrong(
                        record.file,
                        &one.id,
                        format!("`{}` has more than 16 options", one.id.get_ref()),
                        Some("ask it as two questions".to_owned()),
                    );
                }
                let exclusive = self.exclusive(record.file, &one.exclusive, &options);
                QuestionKind::Multi { options, exclusive }
            }
            "number" => {
                let (Some(min), Some(max)) = (one.min, one.max) else {
                    self.wrong(record.file, &one.id, format!("`{}` has no bounds", one.id.get_ref()), Some("min = …, max = …".to_owned()));
                    return QuestionKind::Number { min: 0, max: 0, above: None, unit: None };
                };
                let above = one.above.as_ref().and_then(|name| self.find(record.file, name, "question", ids.iter().map(String::as_str)));
                let units: Vec<&str> = Ui::keys().filter_map(|key| key.strip_prefix("unit-")).collect();
                let unit = one.unit.as_ref().filter(|unit| self.find(record.file, unit, "unit", units.into_iter()).is_some());
                let unit = unit.and_then(|unit| Ui::find(&format!("unit-{}", unit.get_ref())));
                QuestionKind::Number { min, max, above: above.map(QuestionId::at), unit }
            }
            "area" => QuestionKind::Area { vague_words },
            "coded" => QuestionKind::Coded,
            "stays" => QuestionKind::Stays,
            _ => QuestionKind::Text { vague_words },
        }
    }

    /// Cues as they are looked for: small letters, each once.
    fn cues(&mut self, record: &Record<raw::Question>) -> Vec<String> {
        let mut cues: Vec<String> = Vec::new();
        for name in &record.value.cues {
            let cue = name.get_ref();
            if cue.chars().count() < 3 || cue.trim() != cue || cue.chars().any(char::is_uppercase) {
                let help = "at least three small letters that a word begins with".to_owned();
                self.wrong(record.file, name, format!("`{cue}` is no cue"), Some(help));
            } else if cues.iter().any(|known| cue.starts_with(known.as_str())) {
                self.wrong(record.file, name, format!("`{cue}` is found by a cue before it"), Some("remove it".to_owned()));
            }
            cues.push(cue.clone());
        }
        cues
    }

    fn exclusive(&mut self, file: usize, names: &[Name], options: &[String]) -> Vec<OptionId> {
        names.iter().filter_map(|name| self.find(file, name, "option", options.iter().map(String::as_str))).map(OptionId::at).collect()
    }

    /// An option of a question.
    pub(in crate::content) fn option(&mut self, file: usize, question: &Question, name: &Name) -> Option<OptionId> {
        let options: Vec<String> = question.options().to_vec();
        self.find(file, name, &format!("option of `{}`", question.id), options.iter().map(String::as_str)).map(OptionId::at)
    }

    /// A list of regions names some of them: not none, not all.
    pub(super) fn some_regions(&mut self, file: usize, id: &Name, regions: &[Region]) {
        let found = match regions.len() {
            0 => "no region",
            count if count >= Region::ALL.len() => "every region",
            _ => return,
        };
        let help = "name the regions where it stands, or remove `regions`: then it stands everywhere".to_owned();
        self.wrong(file, id, format!("`regions` of `{}` names {found}", id.get_ref()), Some(help));
    }

    /// The regions each question is asked in. One that is not asked everywhere says with a case that it is not asked elsewhere.
    pub(super) fn asked_in(&mut self) -> Vec<Option<Vec<Region>>> {
        let mut asked_in = Vec::new();
        for record in &self.raw.questions {
            let one = &record.value;
            let Some(names) = &one.regions else {
                asked_in.push(None);
                continue;
            };
            let regions: Vec<Region> = names.iter().filter_map(|name| self.region(record.file, name)).collect();
            self.some_regions(record.file, &one.id, &regions);
            let outside =
                |case: &raw::StateCase| case.region.as_ref().is_some_and(|name| !names.iter().any(|one| one.get_ref() == name.get_ref()));
            if !one.case.iter().any(outside) {
                let help = "a [[question.case]] with `region` of another region and `expect = \"not-relevant\"`";
                self.wrong(
                    record.file,
                    &one.id,
                    format!("`{}` has no case in a region where it is not asked", one.id.get_ref()),
                    Some(help.to_owned()),
                );
            }
            asked_in.push(Some(regions));
        }
        asked_in
    }

    pub(super) fn relevance(&mut self) -> (Vec<Option<Guarded>>, Vec<Vec<StateCase>>) {
        let mut relevance = Vec::new();
        let mut cases = Vec::new();
        for record in &self.raw.questions {
            let one = &record.value;
            let about = format!("the relevance of `{}`", one.id.get_ref());
            relevance.push(one.relevant.as_ref().map(|condition| self.guarded(record.file, Some(condition), None, &about)));
            cases.push(self.state_cases(record.file, &one.case, &["relevant", "not-relevant", "undecided"]));
        }
        (relevance, cases)
    }

    pub(super) fn facts(&mut self) -> Vec<Fact> {
        let mut facts = Vec::new();
        for record in &self.raw.facts {
            let one = &record.value;
            let about = format!("fact `{}`", one.id.get_ref());
            facts.push(Fact {
                id: one.id.get_ref().clone(),
                about: one.about.clone(),
                condition: self.guarded(record.file, one.when.as_ref(), one.unless.as_ref(), &about),
            });
        }
        facts
    }
}
