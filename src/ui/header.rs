//! What this is, for which region, in which language, and the way to delete everything.

use super::dom::{El, button, el};
use crate::app::page::Page;
use crate::app::session::DraftState;
use crate::app::view::View;
use crate::reactive::{memo, untrack};
use crate::ui::delete_all::delete_all;
use crate::ui::question::field::chip;
use crate::ui::region_choice::region_switch;
use hs_core::rulebook::Ui;
use hs_core::rulebook::words::Lang;
use hs_core::ui;

/// The header. The language buttons stay when the words change, so the focus stays too.
#[must_use]
pub fn header(page: Page) -> El {
    let session = page.session;
    let languages = Lang::ALL.map(|lang| {
        let name = match lang {
            Lang::Nb => "Bokmål",
            Lang::Nn => "Nynorsk",
            Lang::En => "English",
        };
        button("hs-lang", move || session.lang.set(lang))
            .attr("lang", lang.id())
            .attr("data-lang", lang.id())
            .aria_when("aria-pressed", move || session.lang.get() == lang)
            .text(name)
    });
    let said = move |key: Ui| {
        move || {
            session.words.track();
            page.text(key)
        }
    };
    let titles = el("div")
        .child(el("h2").class("hs-title").id("hs-title").attr("tabindex", "-1").live_text(said(ui!("title"))))
        .child(el("p").class("hs-subtitle").live_text(said(ui!("subtitle"))));
    let group = said(ui!("language"));
    let switch =
        el("div").class("hs-langs").attr("role", "group").live_attr("aria-label", move || Some(group())).children(languages.into());
    let waits = memo(move || session.draft.with(|draft| matches!(draft, DraftState::Offered { .. })));
    let tools = move || {
        session.words.track();
        if waits.get() { Vec::new() } else { untrack(|| vec![region_switch(page), view_switch(page), delete_all(page)]) }
    };
    el("header")
        .class("hs-header")
        .child(el("div").class("hs-header__top").child(titles).child(switch))
        .child(el("div").class("hs-header__tools").live_all(tools))
}

/// One section at a time, or all of them.
fn view_switch(page: Page) -> El {
    let one = |name: &str, view: View, key: Ui| {
        let input = el("input").attr("type", "radio").attr("name", "hs-view").attr("value", name);
        let input = input.checked_when(move || page.session.view.get() == view).on("change", move |_| page.session.view.set(view));
        chip("hs-chip hs-chip--small", input, &page.text(key))
    };
    el("fieldset")
        .class("hs-switch")
        .hidden_when(move || page.session.region.get().is_none())
        .child(page.say(ui!("view"), "legend", ""))
        .child(el("div").class("hs-chips").child(one("steps", View::Steps, ui!("view-steps"))).child(one(
            "all",
            View::All,
            ui!("view-all"),
        )))
}
