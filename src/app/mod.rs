//! The page: what is shown when. It holds no answers of its own; `session` does.

pub mod page;
pub mod session;

use crate::ui::live::live;
use crate::ui::announcer::Announcer;
use crate::ui::draft_banner::DraftBanner;
use crate::ui::header::Header;
use crate::ui::notices::Notices;
use crate::ui::region_choice::RegionChoice;
use crate::ui::skip_links::SkipLinks;
use crate::ui::workspace::Workspace;
use leptos::prelude::*;
use page::Page;
use session::{DraftState, Session};

/// What the page is about right now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// A draft waits: nothing of it is shown before the doctor has chosen.
    Draft,
    /// No region yet.
    Region,
    /// Questions, findings and text.
    Work,
}

/// The page.
#[component]
pub fn App(
    /// Its state.
    session: Session,
) -> impl IntoView {
    let page = Page::new(session);
    let stage = Memo::new(move |_| {
        if session.draft.with(|draft| matches!(draft, DraftState::Offered { .. })) {
            Stage::Draft
        } else if session.rulebook.with(Option::is_none) {
            Stage::Region
        } else {
            Stage::Work
        }
    });
    // Words are read once when something is drawn; another language draws it anew.
    let skip_links = move || {
        session.words.track();
        (stage.get() == Stage::Work).then(|| view! { class = "hs", <SkipLinks page /> }.into_any())
    };
    let body = move || {
        session.words.track();
        session.fresh.track();
        match stage.get() {
            Stage::Draft => view! { class = "hs", <DraftBanner page /> }.into_any(),
            Stage::Region => view! { class = "hs", <RegionChoice page /> }.into_any(),
            Stage::Work => view! { class = "hs", <Workspace page /> }.into_any(),
        }
    };
    view! { class = "hs",
        <div class="hs-app" node_ref=page.root on:keydown=move |event| page.key(&event)>
            {live(skip_links)}
            <Announcer page />
            <Header page />
            <Notices page />
            {live(body)}
        </div>
    }
    .into_any()
}
