//! Conditions with every name resolved: the form the compiler, the reference engine and the generated pages read.

use crate::rulebook::classes::Predicate;
use crate::rulebook::{Level, QuestionId};

/// A condition and its exceptions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guarded {
    /// What must be.
    pub when: Condition,
    /// What must not be.
    pub unless: Condition,
}

/// Tests joined by `all` and `any`; an empty one is true as `when`, false as `unless`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition {
    /// All of these.
    pub all: Vec<Test>,
    /// At least one of these, if there are any.
    pub any: Vec<Test>,
}

impl Condition {
    /// Whether it holds no test.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.any.is_empty()
    }

    /// All tests in order.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.all.iter().chain(&self.any)
    }
}

impl Guarded {
    /// All tests in order.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.when.tests().chain(self.unless.tests())
    }
}

/// One test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// What is looked at.
    pub subject: Subject,
    /// Whether the opposite is asked (`below`, `counted_below`, and mutants).
    pub negated: bool,
}

/// What a test looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The answer to a question. The question must be relevant, unless `kept`; negation stays inside relevance.
    Question {
        /// The question.
        question: QuestionId,
        /// The comparison.
        predicate: Predicate,
        /// Reads the answer even when the question is no longer asked.
        kept: bool,
    },
    /// A named fact, by position.
    Fact(usize),
    /// The level of care.
    Level(Level),
}
