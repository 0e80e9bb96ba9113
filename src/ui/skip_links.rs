//! Ways past the questions, for those who go by keyboard. Buttons: a link with a fragment cannot reach into a shadow root.

use super::dom::{El, button, el};
use crate::app::page::Page;
use hs_core::ui;

/// The skip links, seen when they have the focus.
#[must_use]
pub fn skip_links(page: Page) -> El {
    let findings = button("hs-skip", move || {
        page.focus("#hs-findings-head");
    });
    let route = button("hs-skip", move || {
        page.focus("#hs-route-head");
    });
    let letter = button("hs-skip", move || page.open_letter());
    el("div")
        .class("hs-skips")
        .child(findings.attr("data-action", "skip-to-findings").say(ui!("skip-to-findings"), page))
        .child(route.attr("data-action", "skip-to-route").say(ui!("skip-to-route"), page))
        .child(letter.attr("data-action", "skip-to-summary").say(ui!("skip-to-letter"), page))
}
