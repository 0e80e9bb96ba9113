//! Starting from a refusal: which questions the reasons in it lead to.

use super::packed::packed;
use super::{OptionId, QuestionId};

/// The question that asks for the reasons. Nothing follows from it but where the page leads.
pub const REFUSAL_REASONS: &str = "refusal-reasons";

/// A reason for refusal, and the questions that answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The reason, an option of the question.
    pub option: OptionId,
    /// The questions, in the order to go through them.
    pub points: Vec<QuestionId>,
}

packed! { Refusal { option, points } }
