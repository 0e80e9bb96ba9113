//! What the tests of a rulebook tell apart.
//!
//! All possible answers to a question fall into a few classes: two answers are in the same class when every test
//! of the region's rulebook says the same of both. Decision diagrams branch on classes, not on answers.

use super::ids::OptionId;
use super::packed::{packed, packed_enum};

/// One comparison with one question's answer, its subject left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Predicate {
    /// The choice is one of these.
    OneOf(Vec<OptionId>),
    /// The multi holds at least one of these.
    Includes(Vec<OptionId>),
    /// The multi holds only these.
    Only(Vec<OptionId>),
    /// The multi is exactly this option.
    Exactly(OptionId),
    /// The number is at least this.
    AtLeast(i32),
    /// The area is said to be unaffected.
    Unaffected,
    /// The text is blank, vague or described.
    TextIs(TextState),
    /// The text holds an identity number.
    HasIdentifier,
    /// At least so many stays are listed.
    Listed(u8),
    /// At least so many stays count.
    Counted(u8),
}

packed_enum!(Predicate {
    0 OneOf(options),
    1 Includes(options),
    2 Only(options),
    3 Exactly(option),
    4 AtLeast(number),
    5 TextIs(state),
    6 HasIdentifier,
    7 Listed(count),
    8 Counted(count);
    else Unaffected
});

/// What rules may know of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextState {
    /// Nothing but white space.
    Blank,
    /// Only words from the question's vague list.
    Vague,
    /// Something is said.
    Described,
}

packed_enum!(TextState { 0 Blank, 1 Vague; else Described });

/// The classes of one question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Classifier {
    /// The tests made on this question anywhere in the region, at most 32.
    pub predicates: Vec<Predicate>,
    /// The classes: which predicates hold in each, as bits.
    pub classes: Vec<u32>,
    /// For each class, the answers in it that one would name as a remedy, in case notation.
    pub examples: Vec<Vec<String>>,
}

packed!(Classifier { predicates, classes, examples });

impl Classifier {
    /// The class whose predicates hold as `holds` says. None only for an answer no content check has seen.
    pub fn class(&self, holds: impl Fn(&Predicate) -> bool) -> Option<usize> {
        let mut bits = 0_u32;
        for (position, predicate) in self.predicates.iter().enumerate() {
            if holds(predicate) {
                bits |= 1_u32.checked_shl(u32::try_from(position).unwrap_or(32)).unwrap_or(0);
            }
        }
        self.classes.iter().position(|class| *class == bits)
    }

    /// Whether a predicate holds in a class.
    #[must_use]
    pub fn holds_in(&self, predicate: usize, class: usize) -> bool {
        let mask = u32::try_from(predicate).ok().and_then(|shift| 1_u32.checked_shl(shift)).unwrap_or(0);
        self.classes.get(class).is_some_and(|bits| bits & mask != 0)
    }
}
