//! What the doctor has answered, by question.
//!
//! An `Answer` is valid for its question by construction: everything from outside goes through `notation`.
//! An explicit "vet ikke" (`Unknown`) is an answer to the doctor and the letter, and no answer to the rules.

pub mod identifier;
pub mod notation;
pub mod text;

use crate::numbers::{padded, whole};
use crate::rulebook::classes::{Predicate, TextState};
use crate::rulebook::diagram::Known;
use crate::rulebook::{OptionId, QuestionId, QuestionKind, Rulebook};
use std::fmt;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// "Vet ikke": read as unanswered by rules, printed as "ikke kjent".
    Unknown,
    /// One option.
    Choice(OptionId),
    /// Several options, sorted, at least one.
    Multi(Vec<OptionId>),
    /// A whole number.
    Number(i32),
    /// What the doctor wrote.
    Text(String),
    /// The area of function is unaffected.
    Unaffected,
    /// A diagnosis.
    Coded(Coded),
    /// Earlier stays, in the order listed.
    Stays(Vec<Stay>),
}

/// A diagnosis as the doctor gave it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coded {
    /// `icpc-2`, `icd-10`, or empty.
    pub system: String,
    /// The code, or empty.
    pub code: String,
    /// The words.
    pub text: String,
}

/// An earlier stay, out-patient or day programme in specialist care.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stay {
    /// The month it ended.
    pub ended: Option<YearMonth>,
    /// Where.
    pub place: String,
    /// The service line.
    pub line: String,
    /// For the same condition as this referral; counts unless answered no.
    pub same_condition: Option<bool>,
    /// A leg of one planned programme with the stay before it in the list.
    pub same_programme: Option<bool>,
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

impl YearMonth {
    /// `2025-03`; none when it is no month.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        let (year, month) = (whole(year)?, whole(month)?);
        ((1900..=2200).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// As `parse` reads it.
    #[must_use]
    pub fn written(self) -> String {
        [&padded(self.year.into(), 4), "-", &padded(self.month.into(), 2)].concat()
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written())
    }
}

/// How many of the listed stays count: those for the same condition, the legs of one planned programme once.
///
/// A stay counts unless it is said to be for another condition: `earlier-stay` asks for stays for the same one.
/// The source of counting legs once is the facts file (programmes with several legs are one course), interpreted.
#[must_use]
pub fn counted_stays(stays: &[Stay]) -> usize {
    let mut counted = 0;
    let mut before_counted = false;
    for stay in stays {
        let same_condition = stay.same_condition != Some(false);
        let leg = stay.same_programme == Some(true) && before_counted;
        if same_condition && !leg {
            counted += 1;
        }
        before_counted = same_condition;
    }
    counted
}

/// All answers, by question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// By question. The last place is never open, so that the same answers are the same list.
    given: Vec<Option<Answer>>,
}

impl Answers {
    /// No answers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The answer to a question, `Unknown` included.
    #[must_use]
    pub fn get(&self, question: QuestionId) -> Option<&Answer> {
        self.given.get(question.index())?.as_ref()
    }

    /// Keeps an answer. The caller has it from `notation` or from a control that offers only valid ones.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        while self.given.len() <= question.index() {
            self.given.push(None);
        }
        if let Some(place) = self.given.get_mut(question.index()) {
            *place = Some(answer);
        }
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: QuestionId) -> Option<Answer> {
        let taken = self.given.get_mut(question.index())?.take();
        while let Some(None) = self.given.last() {
            self.given.pop();
        }
        taken
    }

    /// All answers in content order.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Answer)> {
        self.given.iter().enumerate().filter_map(|(index, answer)| Some((QuestionId::at(index), answer.as_ref()?)))
    }

    /// Whether nothing is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// How many questions are answered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Only the answers to these questions.
    #[must_use]
    pub fn only(&self, questions: &[QuestionId]) -> Self {
        let mut only = Self::new();
        for question in questions {
            if let Some(answer) = self.get(*question) {
                only.set(*question, answer.clone());
            }
        }
        only
    }

    /// The class of every answer in this rulebook.
    #[must_use]
    pub fn classes(&self, rulebook: &Rulebook) -> Known {
        let mut known = Known::nothing();
        for (question, answer) in self.iter() {
            known.set(question, answer.class(rulebook, question));
        }
        known
    }

    /// The class of the answer in this rulebook; none when open or unknown.
    #[must_use]
    pub fn class(&self, rulebook: &Rulebook, question: QuestionId) -> Option<usize> {
        self.get(question)?.class(rulebook, question)
    }
}

impl Answer {
    /// The class of this answer to a question in this rulebook; none when unknown.
    #[must_use]
    pub fn class(&self, rulebook: &Rulebook, question: QuestionId) -> Option<usize> {
        if *self == Answer::Unknown {
            return None;
        }
        let classifier = rulebook.classifiers.get(question.index())?;
        if classifier.predicates.is_empty() {
            return None;
        }
        let kind = &rulebook.question(question)?.kind;
        let reading = Reading::of(kind, self);
        classifier.class(|predicate| reading.holds(predicate))
    }
}

/// An answer with its text read once.
pub struct Reading<'a> {
    answer: &'a Answer,
    text: Option<TextState>,
    identifier: bool,
}

impl<'a> Reading<'a> {
    /// Reads the answer; the text of a text answer is looked through here, once.
    #[must_use]
    pub fn of(kind: &QuestionKind, answer: &'a Answer) -> Self {
        let (text, identifier) = match answer {
            Answer::Text(words) => (Some(text::state(words, kind.vague_words())), identifier::is_in(words)),
            Answer::Coded(coded) => {
                let state = if coded.code.trim().is_empty() { text::state(&coded.text, &[]) } else { TextState::Described };
                (Some(state), identifier::is_in(&coded.text) || identifier::is_in(&coded.code))
            }
            _ => (None, false),
        };
        Self { answer, text, identifier }
    }

    /// The state of the text, if it is one.
    #[must_use]
    pub fn text_state(&self) -> Option<TextState> {
        self.text
    }

    /// Whether the text holds an identity number.
    #[must_use]
    pub fn has_identifier(&self) -> bool {
        self.identifier
    }

    /// Whether a predicate holds of this answer.
    #[must_use]
    pub fn holds(&self, predicate: &Predicate) -> bool {
        match (predicate, self.answer) {
            (Predicate::OneOf(options), Answer::Choice(chosen)) => options.contains(chosen),
            (Predicate::Includes(options), Answer::Multi(chosen)) => chosen.iter().any(|one| options.contains(one)),
            (Predicate::Only(options), Answer::Multi(chosen)) => chosen.iter().all(|one| options.contains(one)),
            (Predicate::Exactly(option), Answer::Multi(chosen)) => chosen.as_slice() == [*option],
            (Predicate::AtLeast(bound), Answer::Number(number)) => number >= bound,
            (Predicate::Unaffected, answer) => *answer == Answer::Unaffected,
            (Predicate::TextIs(state), _) => self.text == Some(*state),
            (Predicate::HasIdentifier, _) => self.identifier,
            (Predicate::Listed(bound), Answer::Stays(stays)) => stays.len() >= usize::from(*bound),
            (Predicate::Counted(bound), Answer::Stays(stays)) => counted_stays(stays) >= usize::from(*bound),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stay(same_condition: bool, same_programme: bool) -> Stay {
        Stay { same_condition: Some(same_condition), same_programme: Some(same_programme), ..Stay::default() }
    }

    #[test]
    fn three_legs_of_one_programme_are_one_stay() {
        assert_eq!(counted_stays(&[stay(true, false), stay(true, true), stay(true, true)]), 1);
    }

    #[test]
    fn a_stay_for_another_condition_does_not_count_and_starts_no_programme() {
        assert_eq!(counted_stays(&[stay(false, false)]), 0);
        assert_eq!(counted_stays(&[stay(false, false), stay(true, true)]), 1);
    }

    #[test]
    fn a_stay_without_more_words_counts() {
        assert_eq!(counted_stays(&[Stay::default(), Stay::default()]), 2);
    }

    #[test]
    fn there_is_no_thirteenth_month() {
        assert_eq!(YearMonth::parse("2025-13"), None);
        assert_eq!(YearMonth::parse("2025-3"), None);
        assert_eq!(YearMonth::parse("2025-03").map(|month| month.to_string()), Some("2025-03".to_owned()));
    }
}
