//! The shape of the files in `content/`, exactly as an author writes them.
//!
//! Every name keeps its place in the file (`Spanned`), so that a problem can say which line it stands on.
//! Unknown keys are refused. Nothing here is trusted yet: `check` turns it into the rulebook.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A name with its place in the file.
pub type Name = Spanned<String>;

/// The same text in bokmål, nynorsk and English. All three are required; `check` reports a missing one.
#[derive(Debug, Clone, Deserialize)]
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
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Year and number, such as `2026.1`.
    pub version: String,
    /// `none` until a named clinician has read the rules.
    pub review: String,
    /// The day on which the cases are assessed unless they say otherwise.
    pub cases_on: String,
}

/// A group of questions shown together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id.
    pub id: Name,
    /// Its heading.
    pub title: Texts<String>,
}

/// A question, once, for all regions.
#[derive(Debug, Clone, Deserialize)]
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
    pub unit: Option<String>,
    /// Words that alone do not describe anything (any language), lower case.
    #[serde(default)]
    pub vague_words: Vec<String>,
    /// When the question is asked; always when absent.
    pub relevant: Option<Condition>,
    /// The option that says the document is attached (letter ends with it).
    pub attached_when: Option<Name>,
    /// Options whose answers never reach the letter (the tool's own routing questions): `true` for none at all.
    #[serde(default)]
    pub not_in_letter: bool,
    /// The words.
    pub text: Texts<QuestionText>,
    /// Cases of the relevance condition.
    #[serde(default)]
    pub case: Vec<StateCase>,
}

/// The words of a question.
#[derive(Debug, Clone, Deserialize)]
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
#[derive(Debug, Clone, Deserialize)]
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
    /// Places in it that statements point to, `innlandet#avslag-3`.
    #[serde(default)]
    pub places: BTreeMap<String, String>,
}

/// A dated value with its source.
#[derive(Debug, Clone, Deserialize)]
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
#[derive(Debug, Clone, Deserialize)]
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
#[derive(Debug, Clone, Deserialize)]
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
#[derive(Debug, Clone, Default, Deserialize)]
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
#[derive(Debug, Clone, Default, Deserialize)]
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

/// Where a rule stands in a region, and on what.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// `stated` or `interpreted`.
    pub basis: Name,
    /// Sources of that region.
    #[serde(default)]
    pub sources: Vec<Name>,
}

/// A rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id, named after the problem.
    pub id: Name,
    /// `missing`, `criterion`, `level`, `route`, `advice` or `safety`.
    pub kind: Name,
    /// `active` or `withdrawn`.
    pub status: Name,
    /// The day from which it stands in the rulebook, ISO date.
    pub since: Spanned<toml::value::Datetime>,
    /// The day from which it no longer stands (withdrawn rules).
    pub until: Option<Spanned<toml::value::Datetime>>,
    /// Sources that hold in every region.
    #[serde(default)]
    pub sources: Vec<Name>,
    /// The regions where it stands.
    #[serde(default)]
    pub stands: BTreeMap<Name, Standing>,
    /// For `missing`: the checklist item.
    pub item: Option<Name>,
    /// For `missing`: which states it flags, `missing` and or `vague`; both when absent.
    pub states: Option<Vec<Name>>,
    /// The condition.
    pub when: Option<Condition>,
    /// Exceptions.
    pub unless: Option<Condition>,
    /// The question "go to the question" leads to; the first of the condition when absent.
    pub goes_to: Option<Name>,
    /// The words.
    pub text: Texts<RuleText>,
    /// Its own cases.
    #[serde(default)]
    pub case: Vec<RuleCase>,
}

/// The words of a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleText {
    /// Names the problem; no full stop.
    pub title: String,
    /// Why the assessor cares.
    pub why: String,
    /// What to do.
    pub fix: String,
}

/// A case of a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleCase {
    /// What it shows.
    pub name: Name,
    /// `holds`, `fails` or `undecided`.
    pub expect: Name,
    /// Only in this region; everywhere the rule stands when absent.
    pub region: Option<Name>,
    /// The answers, by question id, in the notation of `questions.md`.
    #[serde(default)]
    pub answers: Option<Spanned<toml::Table>>,
    /// Instead of `answers`: the case (of this rule) it is a near miss of …
    pub near: Option<Name>,
    /// … and the one answer that differs.
    pub change: Option<Spanned<toml::Table>>,
    /// The source the expectation rests on; required with `near`.
    pub source: Option<Name>,
    /// The answers the finding rests on, exactly.
    pub because: Option<Vec<Name>>,
    /// What is needed to decide, exactly.
    pub needs: Option<Vec<Name>>,
    /// The questions whose change clears it, exactly.
    pub clears: Option<Vec<Name>>,
    /// The day of assessment, ISO date.
    pub today: Option<String>,
}

/// A case of something that has one state: an item, a question's relevance, the level, the route.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateCase {
    /// What it shows.
    pub name: Name,
    /// The state.
    pub expect: Name,
    /// The answers.
    pub answers: Spanned<toml::Table>,
    /// The source the expectation rests on.
    pub source: Option<Name>,
    /// What is needed to decide, exactly.
    pub needs: Option<Vec<Name>>,
    /// The answers the state rests on, exactly.
    pub because: Option<Vec<Name>>,
}

/// The decision table of the level of care.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The factor that weighs most.
    pub competence: Name,
    /// The other factors that point to specialist care.
    pub specialist: Vec<Name>,
    /// The factors that point to the municipality.
    pub municipal: Vec<Name>,
    /// Sources of the factors.
    pub sources: Vec<Name>,
    /// Basis of the table.
    pub basis: Name,
    /// The rows; every combination must match exactly one.
    pub row: Vec<LevelRow>,
    /// Its cases.
    #[serde(default)]
    pub case: Vec<StateCase>,
}

/// One row of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelRow {
    /// `yes` or `no`.
    pub competence: Name,
    /// Fewest and most other specialist signs, both included.
    pub specialist: [u8; 2],
    /// Fewest and most municipal signs, both included.
    pub municipal: [u8; 2],
    /// `municipal`, `specialist`, `shared` or `unclear`.
    pub level: Name,
}

/// Which way a diagnosis group leans; information only.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lean {
    /// The groups.
    pub groups: Vec<Name>,
    /// `municipal`, `specialist` or `split`.
    pub towards: Name,
    /// Sources.
    pub sources: Vec<Name>,
    /// Basis.
    pub basis: Name,
    /// One sentence.
    pub text: Texts<String>,
}

/// A place a referral can go to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Destination {
    /// The route id.
    pub id: Name,
    /// Name and how to send.
    pub text: Texts<DestinationText>,
}

/// The words of a destination.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DestinationText {
    /// Its name.
    pub name: String,
    /// How the referral gets there, one or two sentences.
    pub how: String,
}

/// One step of a region's route list; the first whose condition is true decides.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The destination.
    pub to: Name,
    /// When; absent only in the last.
    pub when: Option<Condition>,
    /// Exceptions.
    pub unless: Option<Condition>,
    /// Sources.
    pub sources: Vec<Name>,
    /// Basis.
    pub basis: Name,
}

/// A region.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// `midt`, `sor-ost`, `nord` or `vest`.
    pub id: Name,
    /// Its names.
    pub text: Texts<RegionText>,
    /// Sources of its checklist as a whole.
    pub sources: Vec<Name>,
    /// Cases of its route list.
    #[serde(default)]
    pub case: Vec<StateCase>,
}

/// The words of a region.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionText {
    /// Its name.
    pub name: String,
    /// The assessing unit.
    pub unit: String,
    /// What the reader must know about this list (what is unknown, how old it is).
    pub note: String,
}

/// An item of a region's checklist.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id; the same id in two regions is the same kind of item.
    pub id: Name,
    /// The number in the receiver's own list.
    pub number: Option<String>,
    /// The questions that describe it.
    pub questions: Vec<Name>,
    /// `any` or `all`.
    pub described_when: Name,
    /// When it is relevant; always when absent.
    pub relevant: Option<Condition>,
    /// Sources.
    pub sources: Vec<Name>,
    /// Basis.
    pub basis: Name,
    /// Its words.
    pub text: Texts<String>,
    /// Cases of its state.
    #[serde(default)]
    pub case: Vec<StateCase>,
}

/// What differs in a region from the national rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Differs {
    /// The rule.
    pub rule: Name,
    /// Why it differs, in Norwegian.
    pub reason: String,
    /// The source that says so.
    pub source: Name,
    /// Another condition.
    pub when: Option<Condition>,
    /// Other exceptions.
    pub unless: Option<Condition>,
    /// Other words.
    pub text: Option<Texts<RuleTextOverlay>>,
}

/// Words of a rule that differ in a region.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleTextOverlay {
    /// Another title.
    pub title: Option<String>,
    /// Another why.
    pub why: Option<String>,
    /// Another fix.
    pub fix: Option<String>,
}

/// An order of the letter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// `receiver`, `national` or `gp-seven`.
    pub id: Name,
    /// Only in this region (`receiver`).
    pub region: Option<Name>,
    /// The sections in order; every question of the letter stands in exactly one.
    pub section: Vec<LayoutSection>,
}

/// A section of the letter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayoutSection {
    /// Its id.
    pub id: Name,
    /// Its heading.
    pub title: Texts<String>,
    /// Its questions in order.
    pub questions: Vec<Name>,
}
