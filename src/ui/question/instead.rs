//! What can be said instead of words: "upåvirket", "vet ikke". What was typed waits in the control.

use super::field::Field;
use hs_core::Answer;
use leptos::prelude::*;

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

    fn id(self) -> &'static str {
        match self {
            Instead::Unaffected => "unaffected",
            Instead::Unknown => "unknown",
        }
    }
}

/// One of them as a check box. Untouched again, `back` says what stands in the control.
#[component]
pub fn InsteadBox(
    /// The question.
    field: Field,
    /// What it says.
    says: Instead,
    /// What to do when it no longer stands.
    back: Callback<()>,
) -> impl IntoView {
    let (is, set) = (field.clone(), field.clone());
    let toggle = move |_| if set.is(&says.answer()) { back.run(()) } else { set.set(says.answer()) };
    let label = field.page.text(says.id());
    view! { class = "hs",
        <label class="hs-chip hs-chip--small">
            <input type="checkbox" value=says.id() prop:checked=move || is.is(&says.answer()) on:change=toggle />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
