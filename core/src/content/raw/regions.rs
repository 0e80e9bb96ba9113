//! The level table, destinations, regions and layouts as written.

use super::{Condition, Name, Spanned, StateCase, Texts};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

/// The decision table of the level of care.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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

/// A place a referral can go to.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Destination {
    /// The route id.
    pub id: Name,
    /// Name and how to send.
    pub text: Texts<DestinationText>,
    /// Its published addresses; absent where there is none.
    pub contact: Option<Contact>,
}

/// The published addresses of a place, as they are written in Norwegian.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its name in the address register.
    pub electronic: Option<String>,
    /// Where letters go.
    pub post: Option<String>,
    /// Its telephone, with hours where they are published.
    pub telephone: Option<String>,
    /// The day someone last looked whether they still hold; absent: unknown.
    #[schemars(with = "Option<String>")]
    pub checked: Option<Spanned<Datetime>>,
    /// Sources.
    pub sources: Vec<Name>,
}

/// The words of a destination.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DestinationText {
    /// Its name.
    pub name: String,
    /// How the referral gets there, one or two sentences.
    pub how: String,
}

/// One step of a region's route list; the first whose condition is true decides.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
    /// How it gets there in this region, instead of the destination's own `how`.
    pub text: Option<Texts<RouteText>>,
}

/// The words of a route step.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteText {
    /// How the referral gets there, one or two sentences.
    pub how: String,
}

/// A region.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleTextOverlay {
    /// Another title.
    pub title: Option<String>,
    /// Another why.
    pub why: Option<String>,
    /// Another fix.
    pub fix: Option<String>,
}

/// What decides, and so stands first in the receiver's order.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// The questions in order.
    pub questions: Vec<Name>,
}

/// An order of the letter.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// `receiver`, `national`, `gp-seven` or `municipality`.
    pub id: Name,
    /// A letter to the municipality instead of the referral: it asks for less, and what decides does not stand first.
    #[serde(default)]
    pub to_municipality: bool,
    /// Only in this region (`receiver`).
    pub region: Option<Name>,
    /// The sections in order; every question of the letter stands in exactly one.
    pub section: Vec<LayoutSection>,
}

/// A section of the letter.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LayoutSection {
    /// Its id.
    pub id: Name,
    /// Its heading.
    pub title: Texts<String>,
    /// Its questions in order.
    pub questions: Vec<Name>,
}
