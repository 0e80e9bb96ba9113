//! Always at hand: what is left, the next question that decides most, and the text.

use super::dom::{El, button, el};
use crate::app::page::Page;
use crate::reactive::memo;
use crate::ui::icons::{Icon, icon};
use hs_core::ui;
use hs_core::ui_counted;

/// The bar.
#[must_use]
pub fn action_bar(page: Page) -> El {
    let count = memo(move || page.due.with(Vec::len));
    let left = move || match page.remaining.get() {
        0 => page.text(ui!("items-done")),
        left => page.counted(ui_counted!("items-left"), left),
    };
    let to_findings = button("hs-link", move || {
        page.focus("#hs-findings-head");
    });
    let to_findings =
        to_findings.hidden_when(move || count.get() == 0).live_text(move || page.counted(ui_counted!("announce"), count.get()));
    let next = button("hs-button", move || page.next())
        .attr("data-action", "next")
        .attr("title", &page.text(ui!("next-help")))
        .attr("aria-keyshortcuts", "Control+Enter")
        .child(page.say(ui!("next"), "span", ""))
        .child(icon(Icon::Arrow));
    let to_letter = button("hs-button hs-button--primary", move || page.open_letter()).attr("data-action", "to-summary");
    el("div")
        .class("hs-bar")
        .attr("role", "group")
        .attr("aria-label", &page.text(ui!("bar")))
        .child(el("p").class("hs-bar__state").child(el("span").live_text(left)).child(to_findings))
        .child(el("div").class("hs-bar__buttons").child(next).child(to_letter.say(ui!("to-letter"), page)))
}
