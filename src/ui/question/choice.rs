//! One of a few options, as radio buttons on a line. "Vet ikke" is always the last.

use super::field::Field;
use crate::ui::icons::{Icon, icon};
use hs_core::Answer;
use hs_core::rulebook::OptionId;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Radio buttons. Delete or the cross takes the answer back, which radio buttons alone cannot.
#[component]
pub fn Choice(
    /// The question.
    field: Field,
    /// Its options.
    options: Vec<String>,
) -> impl IntoView {
    let answer = field.answer;
    let known = options.iter().enumerate().map(|(index, name)| {
        let label = field.words.options.get(index).cloned().unwrap_or_default();
        (Answer::Choice(OptionId::at(index)), name.clone(), label)
    });
    let unknown = (Answer::Unknown, "unknown".to_owned(), field.page.text("unknown"));
    let chips = known
        .chain([unknown])
        .map(|(value, name, label)| {
            let (chosen, set) = (field.clone(), field.clone());
            let (is, is_unknown) = (value.clone(), value == Answer::Unknown);
            view! { class = "hs",
                <label class="hs-chip" class:hs-chip--unknown=is_unknown>
                    <input
                        type="radio"
                        name=field.part("radio")
                        value=name
                        prop:checked=move || chosen.is(&is)
                        on:change=move |_| set.set(value.clone())
                    />
                    <span>{label}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    let by_key = field.clone();
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Delete" | "Backspace") && answer.with_untracked(Option::is_some) {
            event.prevent_default();
            by_key.clear();
        }
    };
    view! { class = "hs",
        <div class="hs-chips" aria-describedby=field.described_by(&[]) on:keydown=key>
            {chips}
        </div>
    }
    .into_any()
}

/// The cross that takes the answer back. By keyboard it is the delete key, so it costs no stop on the way through.
#[component]
pub fn ClearAnswer(
    /// The question.
    field: Field,
) -> impl IntoView {
    let answer = field.answer;
    let label = field.page.text("clear-answer");
    let take_back = move |_| {
        field.clear();
        field.page.focus(&format!("#q-{} input", field.name));
    };
    view! { class = "hs",
        <button
            type="button"
            class="hs-clear"
            tabindex="-1"
            title=label.clone()
            aria-label=label
            hidden=move || answer.with(Option::is_none)
            on:click=take_back
        >
            {icon(Icon::Cross)}
        </button>
    }
    .into_any()
}
