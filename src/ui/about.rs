//! What this is and is not, who answers for the copy, and how old it may be.

use super::dom::{El, el, text};
use crate::app::page::Page;
use crate::rulebooks::{RENEW_BY, VERSION};
use crate::ui::sources::shown_day;
use hs_core::ui;

/// The panel, folded until asked for.
#[must_use]
pub fn about(page: Page) -> El {
    let copy = move || {
        let provider = page.session.provider.get();
        if provider.is_empty() { page.text(ui!("about-nobody")) } else { page.text_with(ui!("about-provider"), &[("provider", &provider)]) }
    };
    let edition = page.text_with(ui!("about-edition"), &[("edition", VERSION), ("day", &shown_day(RENEW_BY))]);
    let said = |key| page.say(key, "p", "hs-q__help");
    el("details")
        .class("hs-panel hs-more hs-checklist")
        .attr("data-part", "about")
        .child(page.say(ui!("about"), "summary", ""))
        .child(said(ui!("about-is")))
        .child(said(ui!("about-is-not")))
        .child(el("p").class("hs-q__help").live_text(copy))
        .child(text("p", "hs-q__help", &edition))
        .child(said(ui!("not-reviewed")).hidden_when(move || !page.is_unreviewed()))
        .child(said(ui!("about-privacy")))
        .child(said(ui!("about-access")))
}
