//! The published checklists point by point, as written in `coverage/*.toml`.

use super::Name;
use schemars::JsonSchema;
use serde::Deserialize;

/// A published list, and where each of its points went.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverageList {
    /// Its id in this file.
    pub id: Name,
    /// What it is, in Norwegian.
    pub title: String,
    /// The source it was read in.
    pub source: Name,
    /// What the reader must know of it (older, cut, of one institution), in Norwegian.
    pub note: Option<String>,
    /// Its points in order.
    pub point: Vec<Point>,
}

/// A point of a published list.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The number in the list, where it has one.
    pub number: Option<String>,
    /// What it asks for, in our own words, in Norwegian.
    pub text: Name,
    /// When it is asked for, in Norwegian: `alltid`, `ved tidligere opphold`; absent: always.
    pub asked: Option<String>,
    /// Where it stands.
    pub source: Name,
    /// How it is covered: exactly one of the keys.
    pub covered_by: CoveredBy,
}

/// How a point is covered. Exactly one key.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CoveredBy {
    /// These items of the region's checklist ask for it.
    pub items: Option<Vec<Name>>,
    /// No item, but these questions ask for it.
    pub questions: Option<Vec<Name>>,
    /// The record system adds it: why.
    pub record_system: Option<String>,
    /// The letter says it by itself: what.
    pub letter: Option<String>,
    /// It is not known, or not asked for: why.
    pub unknown: Option<String>,
}
