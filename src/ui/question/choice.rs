//! One of a few options, as radio buttons on a line. "Vet ikke" is always the last.

use super::field::{Field, chip};
use crate::ui::dom::{El, button, el};
use crate::ui::icons::{Icon, icon};
use hs_core::Answer;
use hs_core::listed::Listed;
use hs_core::rulebook::OptionId;
use hs_core::ui;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Radio buttons. Delete or the cross takes the answer back, which radio buttons alone cannot.
#[must_use]
pub fn choice(field: &Field, options: &[String]) -> El {
    let one = |class: &str, value: Answer, name: &str, label: &str| {
        let (is, set, wanted) = (field.clone(), field.clone(), value.clone());
        let input = el("input")
            .attr("type", "radio")
            .attr("name", &field.part("radio"))
            .attr("value", name)
            .checked_when(move || is.is(&wanted))
            .on("change", move |_| set.set(value.clone()));
        chip(class, input, label)
    };
    let known =
        options.iter().enumerate().map(|(index, name)| one("hs-chip", Answer::Choice(OptionId::at(index)), name, field.option(index)));
    let unknown = one("hs-chip hs-chip--unknown", Answer::Unknown, "unknown", &field.page.text(ui!("unknown")));
    let chips = el("div").class("hs-chips").children(known.listed()).child(unknown);
    let by_key = field.clone();
    chips.on("keydown", move |event| {
        let key = event.unchecked_ref::<KeyboardEvent>().key();
        if matches!(key.as_str(), "Delete" | "Backspace") && by_key.answer.with_untracked(Option::is_some) {
            event.prevent_default();
            by_key.clear();
        }
    })
}

/// The cross that takes the answer back. By keyboard it is the delete key, so it costs no stop on the way through.
#[must_use]
pub fn clear_answer(field: &Field) -> El {
    let (answer, field) = (field.answer, field.clone());
    let label = [&field.page.text(ui!("clear-answer")), ": ", &field.words.letter].concat();
    let cross = button("hs-clear", move || {
        field.clear();
        field.page.focus(&["#q-", &field.name, " input"].concat());
    });
    cross
        .attr("tabindex", "-1")
        .attr("title", &label)
        .attr("aria-label", &label)
        .hidden_when(move || answer.with(Option::is_none))
        .child(icon(Icon::Cross))
}
