//! What is known of the questions.

use crate::rulebook::ids::QuestionId;

/// What is known of each question: the class of its answer, or nothing.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// By question; what lies beyond is open.
    classes: Vec<Option<u16>>,
}

impl Known {
    /// Nothing is known.
    #[must_use]
    pub fn nothing() -> Self {
        Self::default()
    }

    /// The class of the answer, none when open.
    #[must_use]
    pub fn class(&self, question: QuestionId) -> Option<usize> {
        self.classes.get(question.index()).copied().flatten().map(usize::from)
    }

    /// Says the class of the answer, or that the question is open.
    pub fn set(&mut self, question: QuestionId, class: Option<usize>) {
        if question.index() >= self.classes.len() {
            self.classes.resize(question.index() + 1, None);
        }
        if let Some(place) = self.classes.get_mut(question.index()) {
            *place = class.and_then(|class| u16::try_from(class).ok());
        }
    }
}
