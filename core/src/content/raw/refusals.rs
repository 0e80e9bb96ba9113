//! What a refusal leads to, as written.

use super::Name;
use schemars::JsonSchema;
use serde::Deserialize;

/// A reason for refusal, and the questions that answer it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The reason, an option of `refusal-reasons`.
    pub option: Name,
    /// The questions to go through, in this order. Those that are not asked in the situation are left out.
    pub points: Vec<Name>,
    /// Who publishes the reason.
    pub sources: Vec<Name>,
    /// `stated` when the source names the reason so, otherwise `interpreted`. Which points answer it is always our reading.
    pub basis: Name,
}
