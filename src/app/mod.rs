//! The page: what is shown when. It holds no answers of its own; `session` does.

mod keys;
pub mod page;
pub mod session;
pub mod view;

use crate::reactive::{memo, untrack};
use crate::ui::about::about;
use crate::ui::announcer::announcer;
use crate::ui::dom::{El, el};
use crate::ui::draft_banner::draft_banner;
use crate::ui::header::header;
use crate::ui::notices::notices;
use crate::ui::region_choice::region_choice;
use crate::ui::skip_links::skip_links;
use crate::ui::workspace::workspace;
use page::Page;
use session::{DraftState, Session};
use wasm_bindgen::JsCast;

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

/// The page. Call inside a reactive owner; the page ends with it.
#[must_use]
pub fn drawn(session: Session) -> El {
    let page = Page::new(session);
    let stage = memo(move || {
        if session.draft.with(|draft| matches!(draft, DraftState::Offered { .. })) {
            Stage::Draft
        } else if session.rulebook.get().is_none() {
            Stage::Region
        } else {
            Stage::Work
        }
    });
    // Readers speak the language of the words, whatever the host page speaks.
    let app = el("div").class("hs-app").live_attr("lang", move || Some(session.words.with(|words| words.lang.id().to_owned())));
    page.root.set(app.html().dyn_into().ok());
    // Words are read once when something is drawn; another language draws it anew.
    app.live(move || {
        session.words.track();
        (stage.get() == Stage::Work).then(|| skip_links(page))
    })
    .child(announcer(page))
    .child(header(page))
    .child(notices(page))
    .live_all(move || {
        session.words.track();
        session.fresh.track();
        let stage = stage.get();
        untrack(|| match stage {
            Stage::Draft => vec![draft_banner(page), about(page)],
            Stage::Region => vec![region_choice(page), about(page)],
            Stage::Work => workspace(page),
        })
    })
    .on("focusin", move |event| page.uncover(event))
    .on("input", move |event| page.uncover(event))
    // A browser shows no focus that a shortcut with Control brought: the page shows it as long as the keyboard is what is used.
    .class_when("hs-keys", move || page.by_keys.get())
    .on("pointerdown", move |_| page.by_keys.set(false))
    .on("keydown", move |event| page.key(event.unchecked_ref()))
}
