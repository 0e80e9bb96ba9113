//! The receiver's own list, point by point, with how far each has come.

use super::dom::{El, button, el, text};
use crate::app::page::Page;
use crate::reactive::memo;
use crate::ui::sources::source_list;
use hs_core::assess::ItemState;
use hs_core::rulebook::Ui;
use hs_core::rulebook::{Basis, ItemId};
use hs_core::ui;

/// The list, folded until asked for. Another region has another list.
#[must_use]
pub fn checklist(page: Page) -> El {
    el("div").live(move || drawn(page))
}

fn drawn(page: Page) -> Option<El> {
    let (rulebook, words) = (page.session.rulebook.get()?, page.words()?);
    let mut items = Vec::new();
    for (index, item) in rulebook.items.iter().enumerate() {
        let id = ItemId::at(index);
        let state = memo(move || page.item_state(id));
        let tag = el("span").class("hs-tag").live_attr("data-state", move || Some(state.get().id().to_owned()));
        let tag = tag.live_text(move || page.text(said(state.get())));
        items.push(el("li").class("hs-checklist__item").attr("data-item", &item.id).child(go_to_item(page, index)).child(tag));
    }
    let unit = words.region(rulebook.region).map(|region| region.unit.as_str()).unwrap_or_default();
    let panel = el("details")
        .class("hs-panel hs-more hs-checklist")
        .attr("data-part", "checklist")
        .child(text("summary", "", &page.text_with(ui!("checklist"), &[("unit", unit)])))
        .child(el("ul").class("hs-checklist__items").children(items))
        .child(source_list(page, rulebook, &rulebook.checklist_sources, Basis::Stated));
    Some(panel)
}

/// A point of the list by its name: leads to its first question.
#[must_use]
pub fn go_to_item(page: Page, index: usize) -> El {
    let Some(rulebook) = page.session.rulebook.get_untracked() else { return el("span") };
    let go_to = rulebook.items.get(index).and_then(|item| item.questions.first().copied());
    let name = page.words().map(|words| words.item(rulebook.region, ItemId::at(index)).to_owned()).unwrap_or_default();
    let go = button("hs-link", move || {
        if let Some(question) = go_to {
            page.go_to(question);
        }
    });
    go.text(&name)
}

fn said(state: ItemState) -> Ui {
    match state {
        ItemState::Described => ui!("item-described"),
        ItemState::Vague => ui!("item-vague"),
        ItemState::Missing => ui!("item-missing"),
        ItemState::AnsweredUnknown => ui!("item-answered-unknown"),
        ItemState::NotRelevant => ui!("item-not-relevant"),
        ItemState::Undecided => ui!("item-undecided"),
    }
}
