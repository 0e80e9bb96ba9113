//! Free text. The browser owns what is in the control; the state follows, and writes back only what differs,
//! so the caret never jumps and a key press costs one comparison.

use super::field::{Field, typed_words};
use super::instead::{Instead, instead_box};
use crate::reactive::follow;
use crate::ui::dom::{El, el};
use hs_core::Answer;
use hs_core::listed::Listed;
use hs_core::ui;
use std::rc::Rc;
use web_sys::HtmlInputElement;

/// A text area that grows, and what can be said instead.
#[must_use]
pub fn free_text(field: &Field, instead: &[Instead]) -> Vec<El> {
    let area = typed_words("textarea").class("hs-input hs-textarea").id(&field.part("input")).attr("rows", "2");
    let area = field.described(area, None);
    let (answer, control) = (field.answer, area.control());
    follow({
        let control = control.clone();
        move || answer.with(|answer| write_back(&control, answer.as_ref()))
    });
    let set = field.clone();
    let read: Rc<dyn Fn()> = Rc::new(move || {
        let text = control.value();
        if text.trim().is_empty() { set.clear() } else { set.set(Answer::Text(text)) }
    });
    let boxes = instead.iter().map(|says| instead_box(field, *says, Rc::clone(&read))).listed();
    let example = field.words.example.as_ref().map(|example| {
        let label = field.page.say(ui!("example"), "span", "hs-q__example-label");
        el("p").class("hs-q__example").id(&field.part("example")).child(label).text(" ").text(example)
    });
    let area = area
        .hidden_when(move || answer.with(|answer| matches!(answer, Some(Answer::Unaffected | Answer::Unknown))))
        .on("input", move |_| read());
    let below = el("div").class("hs-below").child(example).child(el("div").class("hs-chips").children(boxes));
    vec![area, below]
}

/// Writes the state into the control when it differs; what was typed waits while something else stands instead.
fn write_back(area: &HtmlInputElement, answer: Option<&Answer>) {
    match answer {
        Some(Answer::Text(text)) if area.value() != *text => area.set_value(text),
        None if !area.value().trim().is_empty() => area.set_value(""),
        _ => {}
    }
}
