//! Icons, drawn by DOM calls: `data:` images are blocked by a strict `img-src`. Always beside a word, so hidden from readers.

use super::dom::{El, svg};
use hs_core::rulebook::RuleKind;

/// An icon of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A triangle with an exclamation mark.
    Warning,
    /// A signpost.
    Route,
    /// A flag.
    Flag,
    /// Scales.
    Scales,
    /// A circle that is not filled in.
    Gap,
    /// A letter i in a circle.
    Idea,
    /// A tick.
    Check,
    /// A chevron, pointing down.
    Chevron,
    /// Two sheets.
    Copy,
    /// An arrow to the right.
    Arrow,
    /// A cross.
    Cross,
    /// A plus sign.
    Plus,
    /// A bin.
    Bin,
}

impl Icon {
    /// The icon of a group of findings.
    #[must_use]
    pub fn of(kind: RuleKind) -> Self {
        match kind {
            RuleKind::Safety => Icon::Warning,
            RuleKind::Route => Icon::Route,
            RuleKind::Criterion => Icon::Flag,
            RuleKind::Level => Icon::Scales,
            RuleKind::Missing => Icon::Gap,
            RuleKind::Advice => Icon::Idea,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Icon::Warning => "M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.6v.4",
            Icon::Route => "M12 3v18M12 5h6l2.5 2.5L18 10h-6M12 11H6l-2.5 2.5L6 16h6",
            Icon::Flag => "M6 21V4m0 .8h11.5L15 8.9l2.5 4.1H6",
            Icon::Scales => "M12 4v16m-4 0h8M5 7h14M5 7l-2.6 6.5h5.2L5 7Zm14 0-2.6 6.5h5.2L19 7Z",
            Icon::Gap => "M12 3.5a8.5 8.5 0 1 0 .1 0Z",
            Icon::Idea => "M12 3.5a8.5 8.5 0 1 0 .1 0ZM12 8v.5m0 3v5",
            Icon::Check => "m5 12.5 4.5 4.5L19 7.5",
            Icon::Chevron => "m6 9.5 6 6 6-6",
            Icon::Copy => "M8.5 8.5V4h11v11.5H15M4.5 8.5H15V20H4.5V8.5Z",
            Icon::Arrow => "M4.5 12h14.5m-6-6.5 6.5 6.5-6.5 6.5",
            Icon::Cross => "m6 6 12 12M18 6 6 18",
            Icon::Plus => "M12 5v14M5 12h14",
            Icon::Bin => "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.9 12.5h9.2L17.5 7",
        }
    }
}

/// Draws an icon in the colour of the text beside it.
#[must_use]
pub fn icon(icon: Icon) -> El {
    svg("svg").class("hs-icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").child(svg("path").attr("d", icon.path()))
}
