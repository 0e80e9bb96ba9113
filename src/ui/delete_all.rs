//! "Slett alt", visible, asked about once and in place: no dialog to be trapped in.

use super::dom::{El, button, el};
use crate::app::page::Page;
use crate::reactive::{Var, memo};
use crate::ui::icons::{Icon, icon};
use hs_core::ui;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// How far it has come.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Quiet,
    Asking,
    Done,
}

/// The button while there is something to delete, or something may have been kept aside, its question, and that it was done, where the question stood: a second press of a
/// double click meets nothing there.
#[must_use]
pub fn delete_all(page: Page) -> El {
    let stage = Var::new(Stage::Quiet);
    let is_empty = memo(move || page.session.is_empty());
    let turn = move |to: Stage, focus: &'static str| {
        stage.set(to);
        page.after_drawing(move || {
            page.focus(focus);
        });
    };
    let ask = button("hs-button hs-button--quiet", move || turn(Stage::Asking, "[data-action='delete-cancel']"));
    let confirm = button("hs-button hs-button--danger", move || {
        page.session.outlet.try_with_untracked(|outlet| outlet.delete_all.give());
        stage.set(Stage::Done);
        page.restart();
    });
    let cancel = button("hs-button", move || turn(Stage::Quiet, "[data-action='delete-all']"));
    let question = el("div")
        .class("hs-confirm")
        .attr("role", "group")
        .attr("aria-labelledby", "hs-delete-ask")
        .hidden_when(move || stage.get() != Stage::Asking)
        .on("keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                turn(Stage::Quiet, "[data-action='delete-all']");
            }
        })
        .child(page.say(ui!("delete-ask"), "p", "").id("hs-delete-ask"))
        .child(confirm.attr("data-action", "delete-confirm").say(ui!("delete-yes"), page))
        .child(cancel.attr("data-action", "delete-cancel").say(ui!("cancel"), page));
    let ask = ask.attr("data-action", "delete-all").child(icon(Icon::Bin)).child(page.say(ui!("delete-all"), "span", ""));
    let done = move || (stage.get() == Stage::Done && is_empty.get()).then(|| page.say(ui!("delete-done"), "p", "hs-confirm"));
    let ask = ask.hidden_when(move || stage.get() == Stage::Asking || is_empty.get() && page.session.notices.with(Vec::is_empty));
    el("div").child(ask).child(question).child(el("div").attr("role", "status").live(done))
}
