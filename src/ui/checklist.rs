//! The receiver's own list, point by point, with how far each has come.

use crate::ui::live::live;
use crate::app::page::Page;
use crate::ui::sources::source_list;
use hs_core::assess::ItemState;
use hs_core::rulebook::{Basis, ItemId};
use leptos::prelude::*;

/// The list, folded until asked for.
#[component]
pub fn Checklist(
    /// The page.
    page: Page,
) -> impl IntoView {
    // Drawn anew for another region: it is another list.
    move || {
        let rulebook = page.session.rulebook.get()?;
        let words = page.words()?;
        let items = (0..rulebook.items.len())
            .map(|index| {
                let id = ItemId::at(index);
                let first = rulebook.items.get(index).and_then(|item| item.questions.first().copied());
                let text = words.item(rulebook.region, id).to_owned();
                let state = Memo::new(move |_| page.session.assessment.with(|now| now.as_ref().and_then(|now| now.item(id))));
                view! { class = "hs", <Line page state text go_to=first /> }.into_any()
            })
            .collect_view();
        let sources = source_list(page, &rulebook, &rulebook.checklist_sources, Basis::Stated);
        let title = words.regions.get(&rulebook.region).map(|region| page.text_with("checklist", &[("unit", &region.unit)]));
        Some(
            view! { class = "hs",
                <details class="hs-panel hs-more hs-checklist" data-part="checklist">
                    <summary>{title}</summary>
                    <ul class="hs-checklist__items">{items}</ul>
                    {sources}
                </details>
            }
            .into_any(),
        )
    }
}

/// One point.
#[component]
fn Line(page: Page, state: Memo<Option<ItemState>>, text: String, go_to: Option<hs_core::rulebook::QuestionId>) -> impl IntoView {
    let id = move || state.get().map_or("undecided", ItemState::id);
    let word = move || page.text(&format!("item-{}", id()));
    let go = move |_| {
        if let Some(question) = go_to {
            page.go_to(question);
        }
    };
    view! { class = "hs",
        <li class="hs-checklist__item" data-state=id>
            <button type="button" class="hs-link" on:click=go>{text}</button>
            <span class="hs-tag" data-state=id>{live(word)}</span>
        </li>
    }
    .into_any()
}
