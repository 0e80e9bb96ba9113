//! Free text. The browser owns what is in the control; the state follows, and writes back only what differs,
//! so the caret never jumps and a key press costs one comparison.

use super::field::{Field, typed_words};
use super::instead::{Instead, InsteadBox};
use hs_core::Answer;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::web_sys::HtmlTextAreaElement;

/// A text area that grows, and what can be said instead.
#[component]
pub fn FreeText(
    /// The question.
    field: Field,
    /// What can be said instead of words.
    instead: &'static [Instead],
    /// One good example.
    example: Option<AnyView>,
) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    let answer = field.answer;
    Effect::new(move |_| {
        if let (Some(area), answer) = (area.get(), answer.get()) {
            write_back(&area, answer.as_ref());
        }
    });
    let typed = field.clone();
    let read = Callback::new(move |()| {
        let text = area.get_untracked().map(|area| area.value()).unwrap_or_default();
        if text.trim().is_empty() { typed.clear() } else { typed.set(Answer::Text(text)) }
    });
    let is_replaced = move || answer.with(|answer| matches!(answer, Some(Answer::Unaffected | Answer::Unknown)));
    let boxes = instead
        .iter()
        .map(|says| view! { class = "hs", <InsteadBox field=field.clone() says=*says back=read /> }.into_any())
        .collect_view();
    view! { class = "hs",
        <textarea
            class="hs-input hs-textarea"
            id=field.part("input")
            rows="2"
            aria-describedby=field.described_by(&[])
            node_ref=area
            hidden=is_replaced
            on:input=move |_| read.run(())
            {..typed_words()}
        ></textarea>
        <div class="hs-below">{example} <div class="hs-chips hs-chips--instead">{boxes}</div></div>
    }
    .into_any()
}

/// Writes the state into the control when it differs; what was typed waits while something else stands instead.
fn write_back(area: &HtmlTextAreaElement, answer: Option<&Answer>) {
    match answer {
        Some(Answer::Text(text)) if area.value() != *text => area.set_value(text),
        None if !area.value().trim().is_empty() => area.set_value(""),
        _ => {}
    }
}
