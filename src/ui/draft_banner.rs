//! A draft was found: nothing of it is shown before the doctor has said whose it is (promise 8 of the design).

use super::dom::{El, button, el, text};
use crate::app::page::Page;
use crate::app::session::{DraftState, Outlet};
use hs_core::rulebook::Ui;
use hs_core::ui;

/// The choice.
#[must_use]
pub fn draft_banner(page: Page) -> El {
    let begun = page.session.draft.with_untracked(|draft| match draft {
        DraftState::Offered { begun } => begun.clone(),
        DraftState::Saving | DraftState::NotSaved => String::new(),
    });
    // "10.42" today, "21.11. 10.42" on another day.
    let title = match begun.split_once(' ') {
        Some((day, time)) => page.text_with(ui!("draft-found-day"), &[("day", day), ("time", time)]),
        None => page.text_with(ui!("draft-found"), &[("time", &begun)]),
    };
    let choice = |class: &str, action: &str, key: Ui, choose: fn(&Outlet)| {
        let button = button(class, move || {
            page.session.outlet.try_with_untracked(choose);
            page.restart();
        });
        button.attr("data-action", action).say(key, page)
    };
    let actions = el("div")
        .class("hs-letter__actions")
        .child(choice("hs-button hs-button--primary", "continue-draft", ui!("draft-continue"), |outlet| outlet.continue_draft.give()))
        .child(choice("hs-button", "new-patient", ui!("draft-new"), |outlet| outlet.new_patient.give()));
    el("section")
        .class("hs-panel hs-gate")
        .attr("aria-labelledby", "hs-draft-head")
        .attr("data-part", "draft")
        .child(text("h3", "hs-panel__head", &title).id("hs-draft-head"))
        .child(page.say(ui!("draft-question"), "p", ""))
        .child(actions)
}
