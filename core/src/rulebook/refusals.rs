//! Starting from a refusal: which questions the reasons in it lead to.

use super::packed::packed;
use super::{OptionId, QuestionId, Rulebook};
use crate::answers::{Answer, Answers};

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

impl Rulebook {
    /// The points of the reasons that are chosen, each once, in the order of content. Also those that are not asked in the situation.
    #[must_use]
    pub fn refusal_points(&self, answers: &Answers) -> Vec<QuestionId> {
        let Some(Answer::Multi(chosen)) = self.question_by_id(REFUSAL_REASONS).and_then(|asked| answers.get(asked)) else {
            return Vec::new();
        };
        let mut points = Vec::new();
        for refusal in self.refusals.iter().filter(|refusal| chosen.contains(&refusal.option)) {
            for point in &refusal.points {
                if !points.contains(point) {
                    points.push(*point);
                }
            }
        }
        points
    }
}
