//! What can be said instead of words: "upåvirket", "vet ikke". What was typed waits in the control.

use super::field::{Field, chip};
use crate::ui::dom::{El, el};
use hs_core::Answer;
use hs_core::rulebook::Ui;
use hs_core::ui;
use std::rc::Rc;

/// An answer that stands instead of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// The area is unaffected.
    Unaffected,
    /// Not known.
    Unknown,
}

impl Instead {
    /// The answer it gives.
    #[must_use]
    pub fn answer(self) -> Answer {
        match self {
            Instead::Unaffected => Answer::Unaffected,
            Instead::Unknown => Answer::Unknown,
        }
    }

    fn said(self) -> Ui {
        match self {
            Instead::Unaffected => ui!("unaffected"),
            Instead::Unknown => ui!("unknown"),
        }
    }

    fn id(self) -> &'static str {
        match self {
            Instead::Unaffected => "unaffected",
            Instead::Unknown => "unknown",
        }
    }
}

/// One of them as a check box. Untouched again, `back` says what stands in the control.
#[must_use]
pub fn instead_box(field: &Field, says: Instead, back: Rc<dyn Fn()>) -> El {
    let (is, set) = (field.clone(), field.clone());
    let input = el("input").attr("type", "checkbox").attr("value", says.id()).checked_when(move || is.is(&says.answer()));
    let input = input
        .on("change", move |_| if set.answer.with_untracked(|now| *now == Some(says.answer())) { back() } else { set.set(says.answer()) });
    chip("hs-chip hs-chip--small", input, &field.page.text(says.said()))
}
