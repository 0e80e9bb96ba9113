//! What kinds of rules there are, how sure they are, and the levels of care.

use super::packed::packed_names;

/// The kinds of rules, in the order findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    /// Something that must not wait or must not be sent.
    Safety,
    /// The referral belongs somewhere else.
    Route,
    /// A published reason for refusal.
    Criterion,
    /// The level of care.
    Level,
    /// Something the receiver's list asks for is not there.
    Missing,
    /// Worth a thought.
    Advice,
}

impl RuleKind {
    /// All kinds, in the order findings are shown.
    pub const ALL: [RuleKind; 6] =
        [RuleKind::Safety, RuleKind::Route, RuleKind::Criterion, RuleKind::Level, RuleKind::Missing, RuleKind::Advice];

    /// The id used in content and JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            RuleKind::Safety => "safety",
            RuleKind::Route => "route",
            RuleKind::Criterion => "criterion",
            RuleKind::Level => "level",
            RuleKind::Missing => "missing",
            RuleKind::Advice => "advice",
        }
    }
}

/// Whether a source says it, or we read it so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// A source states it for this region.
    Stated,
    /// No source states it in these words: our reading, waiting for clinical confirmation.
    Interpreted,
}

impl Basis {
    /// Both.
    pub const ALL: [Basis; 2] = [Basis::Stated, Basis::Interpreted];

    /// The id used in content and JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Interpreted => "interpreted",
        }
    }
}

/// The level of care: who the need points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Points to the municipality.
    Municipal,
    /// Points to specialist care.
    Specialist,
    /// Points to both, working together.
    Shared,
    /// Cannot be told from the factors.
    Unclear,
}

impl Level {
    /// All levels; the position is the terminal in the diagram.
    pub const ALL: [Level; 4] = [Level::Municipal, Level::Specialist, Level::Shared, Level::Unclear];

    /// The id used in content and JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Level::Municipal => "municipal",
            Level::Specialist => "specialist",
            Level::Shared => "shared",
            Level::Unclear => "unclear",
        }
    }
}

packed_names!(RuleKind Basis);
