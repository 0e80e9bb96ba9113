//! Conditions as Norwegian sentences, in the words of the questions and options: for those who sign, not those who program.

use super::condition::{Condition, Guarded, Subject, Test};
use super::{Content, LevelRow, TestContent};
use crate::rulebook::classes::{Predicate, TextState};
use crate::rulebook::words::{Lang, Words};
use crate::rulebook::{OptionId, QuestionId, QuestionKind, Region};
use crate::ui;

/// Says conditions of one content in its bokmål words.
pub struct Speaker<'a> {
    content: &'a Content,
    /// The bokmål words.
    pub words: Words,
}

impl<'a> Speaker<'a> {
    /// A speaker for this content.
    #[must_use]
    pub fn new(content: &'a Content) -> Self {
        Self { content, words: content.words(Lang::Nb) }
    }

    /// "Regelen slår til når …."
    #[must_use]
    pub fn rule(&self, test: &TestContent, own: Option<&Guarded>, region: Option<Region>) -> String {
        match (test, own) {
            (_, Some(own)) => format!("Regelen slår til når {}.", self.guarded(own)),
            (TestContent::When(national), None) => format!("Regelen slår til når {}.", self.guarded(national)),
            (TestContent::Item { item, missing, vague }, None) => {
                let states = match (missing, vague) {
                    (true, true) => "mangler eller bare er beskrevet med allmenne ord",
                    (true, false) => "mangler",
                    _ => "bare er beskrevet med allmenne ord",
                };
                format!("Regelen slår til når sjekklistepunktet «{}» {states}.", self.item(item, region))
            }
        }
    }

    /// The words of an item in a region, or in the first that has it.
    #[must_use]
    pub fn item(&self, item: &str, region: Option<Region>) -> String {
        let regions = region.into_iter().chain(self.content.regions.keys().copied());
        let words = regions.filter_map(|region| {
            let at = self.content.regions.get(&region)?.items.iter().position(|one| one.id == item)?;
            self.words.region(region)?.items.get(at).cloned()
        });
        words.into_iter().next().unwrap_or_else(|| item.to_owned())
    }

    /// A condition with its exceptions, to stand after "når".
    #[must_use]
    pub fn guarded(&self, guarded: &Guarded) -> String {
        let when = if guarded.when.is_empty() { "ikke noe annet er sagt".to_owned() } else { self.condition(&guarded.when) };
        match guarded.unless.is_empty() {
            true => when,
            false => format!("{when}, men ikke når {}", self.condition(&guarded.unless)),
        }
    }

    /// A condition that may be none: "alltid".
    #[must_use]
    pub fn when(&self, guarded: &Guarded) -> String {
        if guarded.when.is_empty() && guarded.unless.is_empty() { "alltid".to_owned() } else { self.guarded(guarded) }
    }

    /// The rows of the level table, each as a line.
    #[must_use]
    pub fn level_rows(&self) -> Vec<String> {
        let row = |row: &LevelRow| {
            let competence = if row.competence { "ja" } else { "nei" };
            let [[s1, s2], [m1, m2]] = [row.specialist, row.municipal];
            format!("kompetanse {competence}, andre tegn {s1}–{s2}, kommunale tegn {m1}–{m2}: {}", row.level.id())
        };
        self.content.level.rows.iter().map(row).collect()
    }

    /// The level table in one line: the factors, then the rows.
    #[must_use]
    pub fn level_table(&self) -> String {
        let level = &self.content.level;
        let names = |ids: &[QuestionId]| ids.iter().map(|id| self.question(*id)).collect::<Vec<_>>().join(", ");
        format!(
            "tyngst {}; mot spesialisthelsetjenesten {}; mot kommunen {}; {}",
            self.question(level.competence),
            names(&level.specialist),
            names(&level.municipal),
            self.level_rows().join("; ")
        )
    }

    fn condition(&self, condition: &Condition) -> String {
        let all = join(&condition.all.iter().map(|test| self.test(test)).collect::<Vec<_>>(), ", og ", ", og ");
        let any: Vec<String> = condition.any.iter().map(|test| self.test(test)).collect();
        // Where a part has an "eller" of its own, the parts are told apart by semicolons.
        let nested = any.len() > 1 && any.iter().any(|part| part.contains(" eller "));
        let any = if nested { join(&any, "; ", "; eller ") } else { join(&any, ", ", " eller ") };
        match (all.is_empty(), any.is_empty()) {
            (false, false) => format!("{all}, og minst ett av dette stemmer: {any}"),
            (false, true) => all,
            _ => any,
        }
    }

    fn test(&self, test: &Test) -> String {
        match &test.subject {
            Subject::Question { question, predicate, kept } => {
                let kept = if *kept { " (også når spørsmålet ikke lenger stilles)" } else { "" };
                format!("{}{kept}", self.predicate(*question, predicate, test.negated))
            }
            Subject::Fact(fact) => {
                let about = self.content.facts.get(*fact).map_or("", |fact| fact.about.as_str());
                let about = within(about.trim_end_matches('.'));
                if test.negated { format!("det ikke stemmer at {about}") } else { about }
            }
            Subject::Level(level) => {
                let not = if test.negated { "ikke " } else { "" };
                format!("rådet om nivå {not}er «{}»", self.words.ui_named(&format!("level-{}", level.id())))
            }
        }
    }

    /// The name of a question, in quotes.
    #[must_use]
    pub fn question(&self, question: QuestionId) -> String {
        format!("«{}»", self.words.question(question).map_or("", |words| words.letter.as_str()))
    }

    /// The name of the question with this id, in quotes.
    #[must_use]
    pub fn question_by_id(&self, id: &str) -> Option<String> {
        self.content.question_by_id(id).map(|id| self.question(id))
    }

    /// A comparison with the answer to a question.
    #[must_use]
    pub fn predicate(&self, question: QuestionId, predicate: &Predicate, negated: bool) -> String {
        let name = self.question(question);
        let not = if negated { "ikke " } else { "" };
        let said = self.value(question, predicate);
        match predicate {
            Predicate::AtLeast(bound) if negated => format!("{name} er under {}", self.number(question, *bound)),
            Predicate::Listed(count) if negated => format!("færre enn {count} opphold er ført opp"),
            Predicate::Listed(count) => format!("minst {count} opphold er ført opp"),
            Predicate::Counted(count) if negated => format!("færre enn {count} opphold teller"),
            Predicate::Counted(count) => format!("minst {count} opphold teller"),
            Predicate::Includes(_) => format!("{name} {not}omfatter {said}"),
            Predicate::HasIdentifier => format!("{name} {not}ser ut til å inneholde et fødselsnummer"),
            _ => format!("{name} er {not}{said}"),
        }
    }

    /// What is compared with, without the question: "18 år eller mer", "«Ja»".
    #[must_use]
    pub fn value(&self, question: QuestionId, predicate: &Predicate) -> String {
        match predicate {
            Predicate::OneOf(options) | Predicate::Includes(options) => self.options(question, options, " eller "),
            Predicate::Only(options) => format!("bare {}", self.options(question, options, " og/eller ")),
            Predicate::Exactly(option) => format!("bare {}", self.options(question, std::slice::from_ref(option), "")),
            Predicate::AtLeast(bound) => format!("{} eller mer", self.number(question, *bound)),
            Predicate::Unaffected => format!("«{}»", self.words.ui(ui!("unaffected"))),
            Predicate::TextIs(TextState::Blank) => "tom".to_owned(),
            Predicate::TextIs(TextState::Vague) => "bare allmenne ord".to_owned(),
            Predicate::TextIs(TextState::Described) => "beskrevet".to_owned(),
            Predicate::HasIdentifier => "med et fødselsnummer i teksten".to_owned(),
            Predicate::Listed(count) => format!("minst {count} ført opp"),
            Predicate::Counted(count) => format!("minst {count} som teller"),
        }
    }

    /// Options in words and quotes.
    #[must_use]
    pub fn options(&self, question: QuestionId, options: &[OptionId], last: &str) -> String {
        join(&options.iter().map(|option| format!("«{}»", self.words.option(question, *option))).collect::<Vec<_>>(), ", ", last)
    }

    fn number(&self, question: QuestionId, number: i32) -> String {
        match self.content.questions.get(question.index()).map(|question| &question.kind) {
            Some(QuestionKind::Number { unit: Some(unit), .. }) => format!("{number} {}", self.words.ui(*unit)),
            _ => number.to_string(),
        }
    }
}

/// "a, b eller c".
#[must_use]
pub fn join(parts: &[String], between: &str, last: &str) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, before)) => format!("{}{last}{end}", before.join(between)),
    }
}

/// A text as it stands inside a sentence: "Pasienten er barn" -> "pasienten er barn", but "NAV …" stays.
fn within(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(std::iter::once(second)).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
