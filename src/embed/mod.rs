//! The custom element, seen from Rust: what `henvisningsstotte.js` calls. The stand-alone page uses it too.
//!
//! One wasm instance serves one element at a time: a panic ends an instance, and must not end another element's work.
//! The JavaScript class is plumbing: attributes and properties in, events out, files fetched. What they mean is decided here.
//!
//! Refuses: to touch anything outside the shadow root, to ask the network for anything but words, to let an identity number out.

mod bridge;
mod desk;
mod incoming;
mod outgoing;
#[cfg(feature = "panic-button")]
mod panics;
mod saving;
mod settings;
mod words;

pub use bridge::Bridge;
pub use settings::{Mode, Settings};

use crate::app::drawn;
use crate::app::session::{DraftState, Session};
use crate::reactive::{Owner, Var, follow, untrack};
use crate::rulebooks;
use crate::ui::dom::El;
use any_spawner::Executor;
use desk::Desk;
use hs_core::json::table;
use hs_core::rulebook::words::Lang;
use hs_core::ui;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A mounted view.
#[wasm_bindgen]
pub struct Handle {
    desk: Rc<Desk>,
    session: Session,
    mode: Var<Mode>,
    /// Unmounts the view when it is dropped.
    view: RefCell<Option<View>>,
    #[cfg(feature = "panic-button")]
    panics: panics::Panics,
}

/// What is on the page, and the owner of everything that keeps it up to date. Both end with it.
struct View {
    owner: Owner,
    page: El,
}

impl Drop for View {
    fn drop(&mut self) {
        self.page.remove();
        self.owner.cleanup();
    }
}

/// Builds the view inside `root`, an element of the shadow root.
///
/// # Errors
/// A code when the words can't be used: `words-unreadable`, or `words-version` when they belong to another build.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, bridge: Bridge, config: &str, words: &str) -> Result<Handle, JsValue> {
    let words = words::read(words).map_err(JsValue::from_str)?;
    let settings = Settings::read(config, &|told| bridge.report(told));
    let desk = Desk::new(bridge, &settings);
    // Fails only where it was done before: an instance may serve several elements, one after the other.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let (session, mode, page) = owner.with(|| {
        let session = Session::new(settings.region, words, settings.today, desk.outlet());
        session.provider.set(settings.provider);
        session.view.set(settings.view);
        let _ = desk.session.set(session);
        match &settings.carried {
            Some(draft) => desk.carry_on(session, draft),
            None => desk.look(session),
        }
        watch(&desk, session);
        (session, Var::new(settings.mode), drawn(session))
    });
    #[cfg(feature = "panic-button")]
    let (page, panics) = owner.with(|| panics::Panics::of(page));
    root.append_child(page.node())?;
    Ok(Handle {
        desk,
        session,
        mode,
        view: RefCell::new(Some(View { owner, page })),
        #[cfg(feature = "panic-button")]
        panics,
    })
}

/// What happens when the state changes.
fn watch(desk: &Rc<Desk>, session: Session) {
    let changed = move || {
        session.region.track();
        session.answers.track();
        session.replies.track();
        session.prefilled.track();
        // An offered draft is not on the page: there is nothing to keep or to tell yet.
        !session.draft.with(|draft| matches!(draft, DraftState::Offered { .. }))
    };
    let keeper = Rc::clone(desk);
    follow(move || {
        if changed() {
            keeper.keep(session);
        }
    });
    let teller = Rc::clone(desk);
    let first = Cell::new(true);
    follow(move || {
        let tells = changed();
        if !first.replace(false) && tells {
            teller.bridge.tell("hs-change", &untrack(|| outgoing::change(session)).text());
        }
    });
    let desk = Rc::clone(desk);
    follow(move || {
        let lang = session.lang.get();
        if lang != session.words.with_untracked(|words| words.lang) {
            desk.bridge.want_words(lang.id());
        }
    });
}

/// Whether this instance panicked: asked when something went wrong and nobody is at work.
#[wasm_bindgen]
#[must_use]
pub fn stuck() -> bool {
    crate::work::is_at_work()
}

impl Handle {
    /// The detail of `hs-ready`.
    fn about(&self) -> String {
        let region = self.session.region.get_untracked().map(|region| region.id());
        let lang = self.session.words.with_untracked(|words| words.lang.id());
        let mode = self.mode.get_untracked().id();
        table([("region", region.into()), ("lang", lang.into()), ("mode", mode.into()), ("rulebook", rulebooks::VERSION.into())]).text()
    }
}

#[wasm_bindgen]
impl Handle {
    /// What is read from the element, by name, as JSON: `about` (the detail of `hs-ready`), `answers` (by question id) and `assessment`
    /// (null without a region); or as it is: `form-value`. One function for all: each exported one is paid for on both sides.
    pub fn get(&self, what: &str) -> String {
        match what {
            "answers" => outgoing::answers(self.session).text(),
            "assessment" => outgoing::assessment(self.session).text(),
            "form-value" => outgoing::form_value(self.session),
            "about" => self.about(),
            _ => String::new(),
        }
    }

    /// An attribute or a property has this value from now on; an attribute that is taken away has none. `region`, `mode`, `lang`,
    /// `storage` (drafts move there), `provider`, `view`, `codes` (the code list of ICPC-2; without it codes are typed as they are), and
    /// JSON by question id: `context` (answers to begin with) and `answers`.
    pub fn set(&self, name: &str, value: Option<String>) {
        let (session, desk, value) = (self.session, &self.desk, value.as_deref());
        let tell = |told| desk.bridge.report(told);
        let text = value.unwrap_or_default();
        match name {
            "region" => {
                let region = settings::region(value, &tell);
                desk.fixed.set(region);
                session.region.set(region);
            }
            "mode" => self.mode.set(settings::mode(value, &tell)),
            "lang" => session.lang.set(Lang::from_tag(text).unwrap_or(Lang::Nb)),
            "storage" => desk.keep_in(session, settings::place(value, &tell)),
            "provider" => session.provider.set(settings::provider(value)),
            "view" => session.view.set(settings::view(value, &tell)),
            "codes" => session.codes.set(Rc::from(text)),
            "context" => incoming::prefill(session, &desk.bridge, text),
            "answers" => incoming::replace(session, &desk.bridge, text),
            _ => {}
        }
    }

    /// The words that were wanted; none when they could not be fetched. Late ones, of a language no longer wanted, are dropped.
    pub fn set_words(&self, lang: &str, file: Option<String>) {
        let session = self.session;
        if session.lang.get_untracked().id() != lang {
            return;
        }
        let key = match file.as_deref().map(words::read) {
            Some(Ok(words)) => return session.words.set(Arc::new(words)),
            Some(Err("words-version")) => ui!("notice-words-version"),
            _ => ui!("notice-lang-failed"),
        };
        desk::notice(session, key, Vec::new());
        session.lang.set(session.words.with_untracked(|words| words.lang));
    }

    /// The `draft-key` attribute changed: another patient.
    pub fn set_draft_key(&self, draft_key: &str, slot: u32) {
        self.desk.turn_to(self.session, draft_key, u64::from(slot));
    }

    /// The summary as `text`, `html` or `json`; in the language of `words` if given, otherwise of the page.
    ///
    /// # Errors
    /// When the words can't be used.
    pub fn summary(&self, format: &str, layout: &str, words: Option<String>) -> Result<String, JsValue> {
        let words = match words {
            Some(text) => Arc::new(words::read(&text).map_err(JsValue::from_str)?),
            None => self.session.words.get_untracked(),
        };
        Ok(outgoing::summary(self.session, format, layout, &words))
    }

    /// Deletes everything.
    pub fn reset(&self) {
        self.desk.reset(self.session);
    }

    /// Saves now what would be saved soon: the page is being left.
    pub fn flush(&self) {
        self.desk.flush();
    }

    /// Saves, and takes the view down.
    pub fn unmount(&self) {
        self.desk.flush();
        self.view.replace(None);
    }

    /// Panics, for the tests of what survives it: now, or soon in work of the instance's own; at the next click, in what follows a
    /// value, in a task.
    #[cfg(feature = "panic-button")]
    pub fn panic(&self, how: &str) {
        self.panics.ask(self.session, how);
    }
}
