//! One of many options, as the browser's own list: quickest by keyboard when there are twenty of them.

use super::field::Field;
use hs_core::Answer;
use hs_core::rulebook::OptionId;
use leptos::prelude::*;

/// A list to choose from.
#[component]
pub fn Select(
    /// The question.
    field: Field,
    /// Its options.
    options: Vec<String>,
) -> impl IntoView {
    let page = field.page;
    let known = options.iter().enumerate().map(|(index, name)| {
        let label = field.words.options.get(index).cloned().unwrap_or_default();
        (Some(Answer::Choice(OptionId::at(index))), name.clone(), label)
    });
    let first = (None, String::new(), page.text("choose"));
    let last = (Some(Answer::Unknown), "unknown".to_owned(), page.text("unknown"));
    let items = [first]
        .into_iter()
        .chain(known)
        .chain([last])
        .map(|(value, name, label)| {
            let answer = field.answer;
            view! { class = "hs", <option value=name prop:selected=move || answer.get() == value>{label}</option> }.into_any()
        })
        .collect_view();
    let set = field.clone();
    let choose = move |event| {
        let name: String = event_target_value(&event);
        match options.iter().position(|option| *option == name) {
            Some(index) => set.set(Answer::Choice(OptionId::at(index))),
            None if name == "unknown" => set.set(Answer::Unknown),
            None => set.clear(),
        }
    };
    view! { class = "hs",
        <select class="hs-input hs-select" id=field.part("input") aria-describedby=field.described_by(&[]) on:change=choose>
            {items}
        </select>
    }
    .into_any()
}
