//! What the sources tell about a situation without its being a rule. It informs; it never finds, moves or decides anything.

use super::diagram::Node;
use super::packed::{packed, packed_names};
use super::{Basis, Citation, Day};

/// The kinds of guidance, in the order an assessment tells them. The page has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuidanceKind {
    /// Two sources say different things: both are told, neither is chosen.
    Conflict,
    /// Which way a diagnosis group leans between the levels of care.
    Lean,
    /// What the national priority guide says of a condition.
    PriorityGuide,
    /// A published offer of the region (delytelse).
    ServiceLine,
    /// A deadline or a right of the patient.
    Right,
}

impl GuidanceKind {
    /// All kinds, in the order an assessment tells them.
    pub const ALL: [GuidanceKind; 5] =
        [GuidanceKind::Conflict, GuidanceKind::Lean, GuidanceKind::PriorityGuide, GuidanceKind::ServiceLine, GuidanceKind::Right];

    /// The id used in content and JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            GuidanceKind::Conflict => "conflict",
            GuidanceKind::Lean => "lean",
            GuidanceKind::PriorityGuide => "priority-guide",
            GuidanceKind::ServiceLine => "service-line",
            GuidanceKind::Right => "right",
        }
    }
}

/// A piece of guidance as it stands in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct Guidance {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: GuidanceKind,
    /// The last day its source vouches for it; none: no such day is known. After it, it is shown as not confirmed.
    pub valid_until: Option<Day>,
    /// Stated or interpreted.
    pub basis: Basis,
    /// Its sources.
    pub sources: Vec<Citation>,
    /// When it is shown.
    pub when: Node,
}

impl Guidance {
    /// Whether its source still vouches for it on this day.
    #[must_use]
    pub fn is_confirmed(&self, today: Day) -> bool {
        self.valid_until.is_none_or(|last| today <= last)
    }
}

packed_names!(GuidanceKind);
packed! { Guidance { id, kind, valid_until, basis, sources, when } }
