//! What happened to the answers, in plain words: a draft that could not be kept, an answer that no longer fits.

use super::dom::{El, button, el, text};
use crate::app::page::Page;
use crate::app::session::{DraftState, Notice};
use crate::rulebooks::RENEW_BY;
use crate::ui::sources::shown_day;
use hs_core::listed::Listed;
use hs_core::rulebook::Day;
use hs_core::ui;

/// The messages.
#[must_use]
pub fn notices(page: Page) -> El {
    let session = page.session;
    let not_saved = move || {
        let told = session.notices.with(|notices| notices.iter().any(|notice| notice.key == ui!("notice-not-saved")));
        !told && session.draft.with(|draft| *draft == DraftState::NotSaved)
    };
    // ISO dates are ordered as text.
    let is_old = Day::from(session.today).iso().as_str() > RENEW_BY;
    let list = move || {
        session.words.track();
        let mut list = Vec::new();
        let mut tell = |said: &str| list.push(text("li", "hs-notice", said));
        if not_saved() {
            tell(&page.text(ui!("not-saved")));
        }
        if is_old {
            tell(&page.text_with(ui!("notice-renew"), &[("day", &shown_day(RENEW_BY))]));
        }
        session.notices.with(|notices| notices.iter().for_each(|notice| tell(&sentence(page, notice))));
        list
    };
    let close = button("hs-link", move || session.notices.set(Vec::new()));
    let close = close.hidden_when(move || session.notices.with(Vec::is_empty)).live_text(move || {
        session.words.track();
        page.text(ui!("notices-close"))
    });
    el("div").class("hs-notices").attr("data-part", "notices").attr("role", "status").child(el("ul").live_all(list)).child(close)
}

fn sentence(page: Page, notice: &Notice) -> String {
    let values: Vec<(&str, &str)> = notice.values.iter().map(|(name, value)| (*name, value.as_str())).listed();
    page.text_with(notice.key, &values)
}
