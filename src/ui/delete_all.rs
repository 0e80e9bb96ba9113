//! "Slett alt", visible, asked about once and in place: no dialog to be trapped in.

use super::dom::{El, button, el};
use crate::app::page::Page;
use crate::reactive::Var;
use crate::ui::icons::{Icon, icon};
use hs_core::ui;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// The button and its question.
#[must_use]
pub fn delete_all(page: Page) -> El {
    let asking = Var::new(false);
    let turn = move |on: bool, focus: &'static str| {
        asking.set(on);
        page.after_drawing(move || {
            page.focus(focus);
        });
    };
    let ask = button("hs-button hs-button--quiet", move || turn(true, "[data-action='delete-cancel']"));
    let confirm = button("hs-button hs-button--danger", move || {
        asking.set(false);
        page.session.outlet.try_with_untracked(|outlet| outlet.delete_all.give());
        page.restart();
    });
    let cancel = button("hs-button", move || turn(false, "[data-action='delete-all']"));
    let question = el("div")
        .class("hs-confirm")
        .attr("role", "group")
        .attr("aria-labelledby", "hs-delete-ask")
        .hidden_when(move || !asking.get())
        .on("keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                turn(false, "[data-action='delete-all']");
            }
        })
        .child(page.say(ui!("delete-ask"), "p", "").id("hs-delete-ask"))
        .child(confirm.attr("data-action", "delete-confirm").say(ui!("delete-yes"), page))
        .child(cancel.attr("data-action", "delete-cancel").say(ui!("cancel"), page));
    let ask = ask.attr("data-action", "delete-all").child(icon(Icon::Bin)).child(page.say(ui!("delete-all"), "span", ""));
    el("div").child(ask.hidden_when(move || asking.get())).child(question)
}
