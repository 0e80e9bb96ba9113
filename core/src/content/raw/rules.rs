//! Rules and cases as written.

use super::{Condition, Name, Spanned, Texts};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where a rule stands in a region, and on what.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// `stated` or `interpreted`.
    pub basis: Name,
    /// Sources of that region.
    #[serde(default)]
    pub sources: Vec<Name>,
}

/// A rule.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id, named after the problem.
    pub id: Name,
    /// `missing`, `criterion`, `level`, `route`, `advice` or `safety`.
    pub kind: Name,
    /// `active` or `withdrawn`.
    pub status: Name,
    /// The day from which it stands in the rulebook, ISO date.
    #[schemars(with = "String")]
    pub since: Spanned<toml::value::Datetime>,
    /// The day from which it no longer stands (withdrawn rules).
    #[schemars(with = "Option<String>")]
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
    /// The named clinician's review; absent: not reviewed. Never written by anyone else.
    pub review: Option<Review>,
    /// The words.
    pub text: Texts<RuleText>,
    /// Its own cases.
    #[serde(default)]
    pub case: Vec<RuleCase>,
}

/// A clinical review of a rule. The lock (`review.lock`) keeps what was reviewed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Name and role of the one who reviewed.
    pub by: Name,
    /// The day.
    #[schemars(with = "String")]
    pub on: Spanned<toml::value::Datetime>,
}

/// The words of a rule.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
    #[schemars(with = "Option<BTreeMap<String, serde_json::Value>>")]
    pub answers: Option<Spanned<toml::Table>>,
    /// Instead of `answers`: the case (of this rule) it is a near miss of …
    pub near: Option<Name>,
    /// … and the one answer that differs.
    #[schemars(with = "Option<BTreeMap<String, serde_json::Value>>")]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StateCase {
    /// What it shows.
    pub name: Name,
    /// The state.
    pub expect: Name,
    /// Only in this region; wherever it is asked when absent.
    pub region: Option<Name>,
    /// The answers.
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub answers: Spanned<toml::Table>,
    /// The source the expectation rests on.
    pub source: Option<Name>,
    /// What is needed to decide, exactly.
    pub needs: Option<Vec<Name>>,
    /// The answers the state rests on, exactly.
    pub because: Option<Vec<Name>>,
}
