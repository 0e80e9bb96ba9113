//! What every control of a question needs: the question, its words and its answer.

use crate::app::page::Page;
use crate::reactive::{Derived, memo};
use crate::ui::dom::{El, el, text};
use hs_core::Answer;
use hs_core::listed::{Listed, joined};
use hs_core::rulebook::words::QuestionWords;
use hs_core::rulebook::{QuestionId, QuestionKind};
use std::ops::Deref;
use std::rc::Rc;

/// A question as its control sees it. A clone is the same field.
#[derive(Clone)]
pub struct Field(Rc<Parts>);

/// What a field is made of.
pub struct Parts {
    /// The page.
    pub page: Page,
    /// The question.
    pub id: QuestionId,
    /// Its id in content.
    pub name: String,
    /// Its words.
    pub words: QuestionWords,
    /// Its answer: changes only when this answer does.
    pub answer: Derived<Option<Answer>>,
}

impl Deref for Field {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Field {
    /// The field of a question, and its kind.
    #[must_use]
    pub fn of(page: Page, name: &str) -> Option<(Self, &'static QuestionKind)> {
        let rulebook = page.session.rulebook.get_untracked()?;
        let id = rulebook.question_by_id(name)?;
        let words = page.words()?.question(id)?.clone();
        let answers = page.session.answers;
        let answer = memo(move || answers.with(|answers| answers.get(id).cloned()));
        Some((Self(Rc::new(Parts { page, id, name: name.to_owned(), words, answer })), &rulebook.question(id)?.kind))
    }

    /// The id of a part of the question: `q-goal-input`.
    #[must_use]
    pub fn part(&self, part: &str) -> String {
        ["q-", &self.name, "-", part].concat()
    }

    /// The same control with the ids of what describes it, this part first.
    #[must_use]
    pub fn described(&self, control: El, part: Option<&str>) -> El {
        let help = self.words.help.as_ref().map(|_| "help");
        let example = self.words.example.as_ref().map(|_| "example");
        let ids: Vec<String> = [part, help, example].into_iter().flatten().map(|part| self.part(part)).listed();
        if ids.is_empty() { control } else { control.attr("aria-describedby", &joined(&ids, " ")) }
    }

    /// The words of an option.
    #[must_use]
    pub fn option(&self, index: usize) -> &str {
        self.words.options.get(index).map(String::as_str).unwrap_or_default()
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

/// A control that takes typed words: no browser sends them out for spelling or suggestions.
#[must_use]
pub fn typed_words(tag: &str) -> El {
    let off = [
        ("spellcheck", "false"),
        ("autocomplete", "off"),
        ("autocapitalize", "off"),
        ("autocorrect", "off"),
        ("writingsuggestions", "false"),
    ];
    off.into_iter().fold(el(tag), |control, (name, value)| control.attr(name, value))
}

/// A radio button or check box with its words, easy to hit.
#[must_use]
pub fn chip(class: &str, input: El, label: &str) -> El {
    el("label").class(class).child(input).child(text("span", "", label))
}
