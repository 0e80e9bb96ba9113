//! The published lists point by point: how each is covered.

use crate::rulebook::{Citation, QuestionId};

/// A published list.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageList {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Where it was read.
    pub source: Option<Citation>,
    /// What the reader must know of it.
    pub note: Option<String>,
    /// Its points.
    pub points: Vec<Point>,
}

/// A point of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its number in the list.
    pub number: Option<String>,
    /// What it asks for.
    pub text: String,
    /// When it is asked for; none: always.
    pub asked: Option<String>,
    /// Where it stands.
    pub source: Option<Citation>,
    /// How it is covered.
    pub covered: Covered,
}

/// How a point is covered.
#[derive(Debug, Clone, PartialEq)]
pub enum Covered {
    /// By these items of the region's checklist, by position.
    Items(Vec<usize>),
    /// By these questions, which no item names.
    Questions(Vec<QuestionId>),
    /// By the record system.
    RecordSystem(String),
    /// By what the letter says itself.
    Letter(String),
    /// Not known, or not asked for.
    Unknown(String),
}
