//! What every control of a question needs: the question, its words and its answer.

use crate::app::page::Page;
use hs_core::Answer;
use hs_core::rulebook::words::QuestionWords;
use hs_core::rulebook::{QuestionId, QuestionKind};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// A question as its control sees it.
#[derive(Clone)]
pub struct Field {
    /// The page.
    pub page: Page,
    /// The question.
    pub id: QuestionId,
    /// Its id in content.
    pub name: String,
    /// Its words.
    pub words: QuestionWords,
    /// Its answer: changes only when this answer does.
    pub answer: Memo<Option<Answer>>,
}

impl Field {
    /// The field of a question, and its kind.
    #[must_use]
    pub fn of(page: Page, id: QuestionId) -> Option<(Self, QuestionKind)> {
        let rulebook = page.session.rulebook.get_untracked()?;
        let question = rulebook.question(id)?;
        let words = page.words()?.question(id)?.clone();
        let answers = page.session.answers;
        let answer = Memo::new(move |_| answers.with(|answers| answers.get(id).cloned()));
        Some((Self { page, id, name: question.id.clone(), words, answer }, question.kind.clone()))
    }

    /// The id of a part of the question: `q-goal-input`.
    #[must_use]
    pub fn part(&self, part: &str) -> String {
        format!("q-{}-{part}", self.name)
    }

    /// The ids of what describes the control, for `aria-describedby`.
    #[must_use]
    pub fn described_by(&self, more: &[&str]) -> String {
        let help = self.words.help.as_ref().map(|_| "help");
        let example = self.words.example.as_ref().map(|_| "example");
        let parts: Vec<String> = more.iter().copied().chain(help).chain(example).map(|part| self.part(part)).collect();
        parts.join(" ")
    }

    /// Answers the question.
    pub fn set(&self, answer: Answer) {
        self.page.session.answer(self.id, answer);
    }

    /// Takes the answer back.
    pub fn clear(&self) {
        self.page.session.take_back(self.id);
    }

    /// Whether this is the answer now.
    #[must_use]
    pub fn is(&self, answer: &Answer) -> bool {
        self.answer.with(|now| now.as_ref() == Some(answer))
    }
}

/// Attributes of every control that takes typed words: no browser sends them out for spelling or suggestions.
#[must_use]
pub fn typed_words() -> impl leptos::attr::Attribute {
    (
        custom_attribute("spellcheck", "false"),
        custom_attribute("autocomplete", "off"),
        custom_attribute("autocapitalize", "off"),
        custom_attribute("autocorrect", "off"),
        custom_attribute("writingsuggestions", "false"),
    )
}
