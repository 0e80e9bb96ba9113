//! Guidance as written.

use super::{Condition, Name, Spanned, StateCase, Texts};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

/// What a source tells about a situation without its being a rule.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// Its id.
    pub id: Name,
    /// `conflict`, `lean`, `priority-guide`, `service-line` or `right`.
    pub kind: Name,
    /// The regions it is shown in; all of them when absent.
    pub regions: Option<Vec<Name>>,
    /// The last day its source vouches for it; after it, it is shown as not confirmed. Absent: no such day is known.
    #[schemars(with = "Option<String>")]
    pub valid_until: Option<Spanned<Datetime>>,
    /// Sources; two at least for a conflict.
    pub sources: Vec<Name>,
    /// `stated` or `interpreted`.
    pub basis: Name,
    /// When it is shown; always when absent.
    pub when: Option<Condition>,
    /// When it is not shown all the same.
    pub unless: Option<Condition>,
    /// The words.
    pub text: Texts<GuidanceText>,
    /// Its cases: `expect` is `shown` or `hidden`.
    #[serde(default)]
    pub case: Vec<StateCase>,
}

/// The words of a piece of guidance.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuidanceText {
    /// What it is about, without full stop; none for a `lean`.
    pub title: Option<String>,
    /// What the source tells, in short sentences.
    pub text: String,
}
