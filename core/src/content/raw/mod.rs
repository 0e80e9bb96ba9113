//! The shape of the files in `content/`, exactly as an author writes them.
//!
//! Every name keeps its place in the file (`Spanned`), so that a problem can say which line it stands on.
//! Unknown keys are refused. Nothing here is trusted yet: `check` turns it into the rulebook.

mod codes;
mod coverage;
mod guidance;
mod refusals;
mod regions;
mod rules;
mod spanned;

pub use codes::*;
pub use coverage::*;
pub use guidance::*;
pub use refusals::*;
pub use regions::*;
pub use rules::*;
pub use spanned::Spanned;

use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A name with its place in the file.
pub type Name = Spanned<String>;

/// The same text in bokmål, nynorsk and English. All three are required; `check` reports a missing one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Texts<T> {
    /// Bokmål, the source text.
    pub nb: Option<T>,
    /// Nynorsk.
    pub nn: Option<T>,
    /// English.
    pub en: Option<T>,
}

/// `content/rulebook.toml`: what edition of the content this is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Year and number, such as `2026.1`.
    pub version: String,
    /// `none` until a named clinician has read the rules.
    pub review: String,
    /// The last day before the content should be gone through again, ISO date. After it the page says so.
    pub renew_by: String,
    /// The day on which the cases are assessed unless they say otherwise.
    pub cases_on: String,
}

/// A group of questions shown together.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id.
    pub id: Name,
    /// Its heading.
    pub title: Texts<String>,
}

/// A question, once, for all regions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, for ever.
    pub id: Name,
    /// The section it stands in.
    pub section: Name,
    /// `choice`, `yes-no`, `multi`, `number`, `text`, `area`, `coded` or `stays`.
    #[serde(rename = "type")]
    pub kind: Name,
    /// The options of a choice or multi.
    #[serde(default)]
    pub options: Vec<Name>,
    /// Options of a multi that cannot be combined with any other (such as `none`).
    #[serde(default)]
    pub exclusive: Vec<Name>,
    /// Lowest allowed number.
    pub min: Option<i32>,
    /// Highest allowed number.
    pub max: Option<i32>,
    /// The question to use instead when a number is too high (names the other scale).
    pub above: Option<Name>,
    /// Unit of a number (`years`, `points`): a key of the ui texts.
    pub unit: Option<Name>,
    /// Words that alone do not describe anything (any language), lower case.
    #[serde(default)]
    pub vague_words: Vec<String>,
    /// Beginnings of words, small letters, that a text which says something of it may hold. Hints, never answers.
    #[serde(default)]
    pub cues: Vec<Name>,
    /// The regions it is asked in; all of them when absent.
    pub regions: Option<Vec<Name>>,
    /// When the question is asked; always when absent.
    pub relevant: Option<Condition>,
    /// The option that says the document is attached (letter ends with it).
    pub attached_when: Option<Name>,
    /// Options whose answers never reach the letter (the tool's own routing questions): `true` for none at all.
    #[serde(default)]
    pub not_in_letter: bool,
    /// Why it is asked although no rule reads it and the letter does not print it. Only for such a question.
    pub only_informs: Option<String>,
    /// The words.
    pub text: Texts<QuestionText>,
    /// Cases of the relevance condition.
    #[serde(default)]
    pub case: Vec<StateCase>,
}

/// The words of a question.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionText {
    /// The question as asked.
    pub ask: String,
    /// One short explanation.
    pub help: Option<String>,
    /// One good example of a text answer.
    pub example: Option<String>,
    /// Its name in the letter and in explanations, without colon.
    pub letter: String,
    /// The words of each option.
    #[serde(default)]
    pub options: BTreeMap<Name, String>,
    /// Whole sentences for the letter, by option (`yes` and `no` too). Empty: nothing is printed.
    #[serde(default)]
    pub letters: BTreeMap<Name, String>,
    /// Its line in the list of attachments.
    pub attachment: Option<String>,
}

/// A published document.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The tag of the facts file.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Year or date as the facts give it; absent when no date is known.
    pub dated: Option<String>,
    /// A full address, only where the facts give one (without `https://` it is shown, not linked).
    pub address: Option<String>,
    /// When the facts were checked against it, ISO date; absent: unknown.
    pub checked: Option<String>,
    /// `high`, `medium` or `low`: how well it was read.
    pub confidence: Name,
    /// The last day it holds, ISO date; absent: it names none.
    pub valid_until: Option<String>,
    /// Why it is still cited after that day.
    pub after_expiry: Option<String>,
    /// Read, and not cited by anything yet.
    #[serde(default)]
    pub background: bool,
    /// Places in it that statements point to, `innlandet#avslag-3`.
    #[serde(default)]
    pub places: BTreeMap<String, String>,
}

/// A dated value with its source.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Its id.
    pub id: Name,
    /// What it is, in Norwegian.
    pub about: String,
    /// The values by the day from which they hold.
    pub values: Vec<ThresholdValue>,
}

/// One value of a threshold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThresholdValue {
    /// First day, ISO date; absent: as far back as known.
    pub from: Option<String>,
    /// The number.
    pub value: i32,
    /// Its source.
    pub source: Name,
}

/// A named condition that others can use.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its id.
    pub id: Name,
    /// What it says, in Norwegian, for the generated documents.
    pub about: String,
    /// When it is true.
    pub when: Option<Condition>,
    /// What makes it false all the same.
    pub unless: Option<Condition>,
}

/// Tests joined by `all` or `any`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// All of these.
    #[serde(default)]
    pub all: Vec<Spanned<Test>>,
    /// At least one of these.
    #[serde(default)]
    pub any: Vec<Spanned<Test>>,
}

/// One test on one question, a fact or the level: exactly one subject and one comparison.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// The question.
    pub question: Option<Name>,
    /// Or a fact, true.
    pub fact: Option<Name>,
    /// Or the level of care: `municipal`, `specialist`, `shared`.
    pub level: Option<Name>,
    /// This option; of a multi: this and no other; of an area: `unaffected`.
    pub is: Option<Name>,
    /// One of these options (choice).
    pub one_of: Option<Vec<Name>>,
    /// At least one of these is chosen (multi).
    pub includes: Option<Vec<Name>>,
    /// Every chosen option is one of these (multi).
    pub only: Option<Vec<Name>>,
    /// The number is at least this threshold.
    pub at_least: Option<Name>,
    /// The number is below this threshold.
    pub below: Option<Name>,
    /// `blank`, `vague` or `described`.
    pub text_is: Option<Name>,
    /// `has-identifier`.
    pub flag: Option<Name>,
    /// At least so many stays are listed.
    pub listed_at_least: Option<u8>,
    /// At least so many stays count (same condition; legs of one programme once).
    pub counted_at_least: Option<u8>,
    /// Fewer stays than this count.
    pub counted_below: Option<u8>,
    /// Read the answer even when the question is no longer asked (only for contradictions).
    #[serde(default)]
    pub kept: bool,
}
