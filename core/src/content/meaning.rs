//! What a condition says, in ids: the same text exactly when it says the same, in whatever order and words it is written.

use super::Content;
use super::condition::{Condition, Guarded, Subject, Test};
use crate::rulebook::classes::Predicate;
use crate::rulebook::{OptionId, QuestionId, Region};
use std::collections::BTreeSet;

/// What conditions read, gathered on the way.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The questions.
    pub questions: BTreeSet<QuestionId>,
    /// The named facts, by position.
    pub facts: BTreeSet<usize>,
    /// The thresholds compared with, by position.
    pub thresholds: BTreeSet<usize>,
    /// Whether the level table is read.
    pub level: bool,
}

/// Says conditions of a content in ids.
pub(super) struct Meaning<'a> {
    content: &'a Content,
    /// With what facts, thresholds and the level table say put in; otherwise by their names.
    whole: bool,
    /// What the conditions said so far read.
    pub read: Read,
}

impl<'a> Meaning<'a> {
    /// With everything put in.
    pub fn whole(content: &'a Content) -> Self {
        Self { content, whole: true, read: Read::default() }
    }

    /// With facts, thresholds and the level table by name: what stands here, not what stands elsewhere.
    pub fn by_name(content: &'a Content) -> Self {
        Self { content, whole: false, read: Read::default() }
    }

    /// A condition with its exceptions.
    pub fn guarded(&mut self, guarded: &Guarded) -> String {
        format!("{} unless {}", self.condition(&guarded.when), self.condition(&guarded.unless))
    }

    /// The ids of questions.
    pub fn names(&self, questions: &[QuestionId]) -> String {
        questions.iter().map(|id| name(self.content, *id)).collect::<Vec<_>>().join(",")
    }

    fn condition(&mut self, condition: &Condition) -> String {
        let mut sorted = |tests: &[Test]| {
            let mut tests: Vec<String> = tests.iter().map(|one| self.test(one)).collect();
            tests.sort();
            tests.join("; ")
        };
        // A single test means the same in `all` and in `any`.
        match (condition.all.as_slice(), condition.any.as_slice()) {
            ([], [only]) => format!("all({})", sorted(std::slice::from_ref(only))),
            (all, any) => format!("all({}) any({})", sorted(all), sorted(any)).replace(" any()", ""),
        }
    }

    fn test(&mut self, test: &Test) -> String {
        let not = if test.negated { "not " } else { "" };
        let content = self.content;
        match &test.subject {
            Subject::Question { question, predicate, kept } => {
                self.read.questions.insert(*question);
                let kept = if *kept { " kept" } else { "" };
                format!("{not}{}{kept} {}", name(content, *question), self.predicate(*question, predicate))
            }
            Subject::Fact(at) => {
                self.read.facts.insert(*at);
                let Some(fact) = content.facts.get(*at) else { return String::new() };
                if self.whole { format!("{not}({})", self.guarded(&fact.condition)) } else { format!("{not}fact {}", fact.id) }
            }
            Subject::Level(level) => {
                self.read.level = true;
                let table = if self.whole { format!(" of {}", self.level_table()) } else { String::new() };
                format!("{not}level {}{table}", level.id())
            }
        }
    }

    /// The level table: its factors and rows.
    pub fn level_table(&mut self) -> String {
        let table = &self.content.level;
        let factors = [table.competence].into_iter().chain(table.specialist.iter().copied()).chain(table.municipal.iter().copied());
        self.read.questions.extend(factors);
        let rows: Vec<String> = table.rows.iter().map(|row| format!("{row:?}")).collect();
        let (specialist, municipal) = (self.names(&table.specialist), self.names(&table.municipal));
        format!("{} | {specialist} | {municipal} | {}", name(self.content, table.competence), rows.join(" "))
    }

    fn predicate(&mut self, question: QuestionId, predicate: &Predicate) -> String {
        let names = |options: &[OptionId]| {
            let mut names = self.content.option_names(question, options);
            names.sort_unstable();
            names.join(",")
        };
        match predicate {
            Predicate::OneOf(options) => format!("one of {}", names(options)),
            Predicate::Includes(options) => format!("includes {}", names(options)),
            Predicate::Only(options) => format!("only {}", names(options)),
            Predicate::Exactly(option) => format!("exactly {}", names(std::slice::from_ref(option))),
            Predicate::AtLeast(bound) => {
                let uses = self.content.threshold_uses.iter().filter(|(of, _)| *of == question).map(|(_, at)| *at);
                let is = |at: &usize| self.content.thresholds.get(*at).is_some_and(|threshold| threshold.value == *bound);
                let used: BTreeSet<usize> = uses.filter(is).collect();
                let ids: Vec<&str> = used.iter().filter_map(|at| self.content.thresholds.get(*at)).map(|one| one.id.as_str()).collect();
                let said = if self.whole { format!("AtLeast({bound})") } else { format!("at least {}", ids.join(" ")) };
                self.read.thresholds.extend(used);
                said
            }
            other => format!("{other:?}"),
        }
    }
}

/// What a rule on the state of an item says.
pub(super) fn item_states(item: &str, missing: bool, vague: bool) -> String {
    format!("item {item} missing {missing} vague {vague}")
}

/// The ids of regions, in whatever order they are written.
pub(super) fn region_ids(regions: &[Region]) -> Vec<&'static str> {
    let mut ids: Vec<&str> = regions.iter().map(|region| region.id()).collect();
    ids.sort_unstable();
    ids
}

/// The id of a question.
pub(super) fn name(content: &Content, question: QuestionId) -> &str {
    content.questions.get(question.index()).map_or("", |question| question.id.as_str())
}

/// FNV-1a, 64 bits: enough to see a change; it guards against slips, not against forgery.
pub(super) fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
