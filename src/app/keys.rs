//! Keys that mean something on the page: on, and choose.

use super::page::Page;
use crate::work::at_rest;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Where a digit chooses, and where Enter goes on.
const CHOICE: &str = "[data-question] .hs-chip > input:not(.hs-stay input)";
const ONE_LINE: &str = "[data-question] :is(.hs-chip > input, .hs-input--number):not(.hs-stay *)";

impl Page {
    /// Control and Enter goes to the next open question, from anywhere. On a choice or a number Enter alone does, and on a choice a digit
    /// chooses: the first option is 1, the last one 0. A digit means nothing elsewhere: a slip of the finger must not answer a question.
    /// Any key at all tells that the keyboard is what is used.
    pub fn key(self, event: &KeyboardEvent) {
        self.by_keys.maybe_update(|by_keys| !std::mem::replace(by_keys, true));
        let (key, with_control) = (event.key(), event.ctrl_key() || event.meta_key());
        // Asked only for these keys: every letter the doctor types comes by here.
        let on = |what: &str| {
            let target = event.target().map(|target| target.unchecked_into::<Element>());
            target.filter(|target| target.matches(what).unwrap_or(false))
        };
        match key.as_bytes() {
            b"Enter" if !event.is_composing() && (with_control || on(ONE_LINE).is_some()) => {
                event.prevent_default();
                self.next();
            }
            [b'0'..=b'9'] if !with_control && !event.alt_key() => {
                if let Some(option) = on(CHOICE).and_then(|choice| option_of_digit(&choice, &key)) {
                    event.prevent_default();
                    let _ = option.focus();
                    at_rest(|| option.click());
                }
            }
            _ => {}
        }
    }
}

/// The option a digit stands for where this one is; none for nought where something is ticked: "vet ikke" stands alone, and must not
/// take away what is there.
fn option_of_digit(choice: &Element, digit: &str) -> Option<HtmlElement> {
    let chips = choice.closest(".hs-chips").ok()??;
    let find = |selector: &str| chips.query_selector(selector).ok().flatten();
    if digit != "0" {
        return find(&["label:nth-of-type(", digit, ") > input"].concat()).map(JsCast::unchecked_into);
    }
    let last = find("label:last-of-type > input").filter(|_| find("[type=checkbox]:checked").is_none());
    last.map(JsCast::unchecked_into)
}
