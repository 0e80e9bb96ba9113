//! What stands between one mounted view and the world: drafts going out and in, the host's answers, the language.
//!
//! Everything here works on the session's signals; the view knows nothing of it.

use super::bridge::Bridge;
use super::outgoing;
use super::settings::Settings;
use crate::app::session::{DraftState, Notice, Outlet, Session};
use crate::calls::Gives;
use crate::drafts::{Drafts, Found, Note, Place, Restored, SetAside, restore};
use crate::rulebooks;
use hs_core::Answers;
use hs_core::listed::{Listed, joined};
use hs_core::numbers::padded;
use hs_core::rulebook::Region;
use hs_core::rulebook::Ui;
use hs_core::summary::Replies;
use hs_core::ui;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// One element's desk.
pub struct Desk {
    /// The way out.
    pub bridge: Bridge,
    /// The signals; there from the moment the view is built.
    pub session: OnceCell<Session>,
    /// The region the host fixed: a draft does not change it.
    pub fixed: Cell<Option<Region>>,
    drafts: RefCell<Drafts>,
    /// Where the host wants drafts: one that cannot be kept there makes an exception for its patient only.
    place: Cell<Place>,
    offered: RefCell<Option<(String, Restored)>>,
    /// The draft as this page found or wrote it last.
    pub(super) known: RefCell<String>,
    pub(super) begun: Cell<Option<u64>>,
    /// Whether something is not saved yet.
    pub(super) dirty: Cell<bool>,
}

impl Desk {
    /// A desk before its view.
    #[must_use]
    pub fn new(bridge: Bridge, settings: &Settings) -> Rc<Self> {
        Rc::new(Self {
            bridge,
            session: OnceCell::new(),
            fixed: Cell::new(settings.region),
            drafts: RefCell::new(Drafts::new(settings.place, &settings.draft_key, settings.slot)),
            place: Cell::new(settings.place),
            offered: RefCell::new(None),
            known: RefCell::default(),
            begun: Cell::new(None),
            dirty: Cell::new(false),
        })
    }

    /// What the page may ask of the element.
    #[must_use]
    pub fn outlet(self: &Rc<Self>) -> Outlet {
        let does = |what: fn(&Desk, Session)| -> Box<dyn Gives> {
            let desk = Rc::clone(self);
            Box::new(move || {
                if let Some(session) = desk.session.get() {
                    what(&desk, *session);
                }
            })
        };
        Outlet {
            use_summary: does(Desk::hand_over),
            print: {
                let desk = Rc::clone(self);
                Box::new(move |element: &Element| desk.bridge.print(element))
            },
            save: {
                let desk = Rc::clone(self);
                Box::new(move |text: &str| desk.bridge.save(text))
            },
            continue_draft: does(Desk::continue_draft),
            new_patient: does(Desk::new_patient),
            delete_all: does(Desk::reset),
        }
    }

    fn hand_over(&self, session: Session) {
        if let Some(detail) = outgoing::handover(session) {
            self.bridge.tell("hs-summary", &detail.text());
        }
    }

    /// Looks for a draft under the key of the desk, and offers it. Nothing of it is put on the page.
    pub fn look(&self, session: Session) {
        let now = now();
        let drafts = self.drafts();
        self.offered.replace(None);
        let state = match drafts.find(now) {
            Found::Nothing if drafts.is_off() => DraftState::NotSaved,
            Found::Nothing => DraftState::Saving,
            Found::Forbidden => {
                notice(session, ui!("notice-not-saved"), Vec::new());
                DraftState::NotSaved
            }
            Found::Text(text) => {
                self.known.replace(text.clone());
                self.judge(session, &drafts, text, now)
            }
        };
        session.draft.set(state);
    }

    fn judge(&self, session: Session, drafts: &Drafts, text: String, now: u64) -> DraftState {
        let Some(rulebook) = rulebooks::any(session.region.get_untracked()) else { return DraftState::Saving };
        let restored = restore(&text, rulebook);
        if restored.note == Note::Unreadable {
            notice(session, ui!("notice-draft-unreadable"), Vec::new());
            // Where it can't be moved, it is not overwritten either: nothing is saved.
            if drafts.keep_aside(&text, now).is_err() {
                self.drafts.replace(drafts.clone().in_place(Place::Nowhere));
                return DraftState::NotSaved;
            }
            drafts.remove();
            return DraftState::Saving;
        }
        if restored.is_empty() {
            return DraftState::Saving;
        }
        let begun = clock(restored.begun.or(restored.saved).unwrap_or(now), now);
        self.offered.replace(Some((text, restored)));
        DraftState::Offered { begun }
    }

    fn continue_draft(&self, session: Session) {
        if let Some((text, restored)) = self.offered.take() {
            if restored.note == Note::Newer || !restored.set_aside.is_empty() {
                let _ = self.drafts().keep_aside(&text, now());
            }
            self.put(session, restored);
        }
        session.draft.set(self.state());
    }

    fn new_patient(&self, session: Session) {
        self.offered.replace(None);
        self.drafts().remove_all();
        self.begun.set(None);
        session.notices.set(Vec::new());
        session.draft.set(self.state());
    }

    /// Deletes everything: answers, replies, drafts. The region and the language stay.
    pub fn reset(&self, session: Session) {
        self.dirty.set(false);
        session.clear();
        self.new_patient(session);
    }

    fn state(&self) -> DraftState {
        if self.drafts().is_off() { DraftState::NotSaved } else { DraftState::Saving }
    }

    /// Puts a restored draft on the page. What the host gave meanwhile stays where the doctor had not answered.
    fn put(&self, session: Session, restored: Restored) {
        self.begun.set(restored.begun);
        if self.fixed.get().is_none() && restored.region.and_then(rulebooks::of).is_some() {
            session.region.set(restored.region);
        }
        let (mut answers, mut prefilled) = (restored.answers, restored.prefilled);
        let given = session.prefilled.get_untracked();
        session.answers.with_untracked(|current| {
            for (id, answer) in current.iter() {
                if answers.get(id).is_none() || prefilled.contains(id) {
                    answers.set(id, answer.clone());
                    if given.contains(id) {
                        prefilled.insert(id)
                    } else {
                        prefilled.remove(id)
                    };
                }
            }
        });
        session.prefilled.set(prefilled);
        session.replies.set(restored.replies);
        session.answers.set(answers);
        if restored.note == Note::Newer {
            notice(session, ui!("notice-draft-newer"), Vec::new());
        }
        if !restored.set_aside.is_empty() {
            let one = |aside: &SetAside| [&session.name_of(&aside.part), ": «", &aside.value, "»"].concat();
            let parts: Vec<String> = restored.set_aside.iter().map(one).listed();
            notice(session, ui!("notice-draft-set-aside"), vec![("parts", joined(&parts, ", "))]);
        }
    }

    /// Goes on from a draft in the page's own memory, after a restart: no question is asked.
    pub fn carry_on(&self, session: Session, text: &str) {
        if let Some(rulebook) = rulebooks::any(session.region.get_untracked()) {
            self.put(session, restore(text, rulebook));
        }
        match (self.drafts().find(now()), rulebooks::any(session.region.get_untracked())) {
            (Found::Forbidden, _) => {
                notice(session, ui!("notice-not-saved"), Vec::new());
                return session.draft.set(DraftState::NotSaved);
            }
            // The one that is carried on: it is known by when it was begun.
            (Found::Text(lies), Some(rulebook)) if restore(&lies, rulebook).begun == self.begun.get() => drop(self.known.replace(lies)),
            _ => {}
        }
        session.draft.set(self.state());
    }

    /// Another patient: saves what there is under the old key, clears the page, looks under the new one.
    pub fn turn_to(&self, session: Session, draft_key: &str, slot: u64) {
        self.flush();
        session.clear();
        self.begun.set(None);
        // The region was where the patient lives, unless the host fixed it.
        session.region.set(self.fixed.get());
        self.drafts.replace(Drafts::new(self.place.get(), draft_key, slot));
        self.look(session);
    }

    /// Keeps drafts elsewhere from now on, and nothing of this page where they were. What waits there unasked stays, unless
    /// nothing may be kept at all.
    pub fn keep_in(&self, session: Session, place: Place) {
        self.place.set(place);
        let before = self.drafts();
        if before.place() == place {
            return;
        }
        let after = before.clone().in_place(place);
        self.drafts.replace(after.clone());
        let waits = matches!(session.draft.get_untracked(), DraftState::Offered { .. });
        let is_blank = session.answers.with_untracked(Answers::is_empty) && session.replies.with_untracked(Replies::is_empty);
        if waits || is_blank {
            if place == Place::Nowhere {
                before.remove_all();
            }
            return self.look(session);
        }
        if let Found::Text(text) = after.find(now())
            && after.keep_aside(&text, now()).is_ok()
        {
            self.known.replace(text);
        }
        before.remove_all();
        self.offered.replace(None);
        session.draft.set(self.state());
        self.save_soon();
    }

    /// The drafts under the key of the moment.
    pub(super) fn drafts(&self) -> Drafts {
        self.drafts.borrow().clone()
    }
}

/// Tells the doctor, once.
pub fn notice(session: Session, key: Ui, values: Vec<(&'static str, String)>) {
    session.notices.update(|notices| {
        notices.retain(|notice| notice.key != key);
        notices.push(Notice { key, values });
    });
}

/// "10.42" today, otherwise "21.11. 10.42".
fn clock(time: u64, now: u64) -> String {
    let (time, now) = (date(time), date(now));
    let hour = [&padded(time.get_hours().into(), 2), ".", &padded(time.get_minutes().into(), 2)].concat();
    let day = |date: &js_sys::Date| (date.get_full_year(), date.get_month(), date.get_date());
    if day(&time) == day(&now) {
        hour
    } else {
        [&padded(time.get_date().into(), 2), ".", &padded((time.get_month() + 1).into(), 2), ". ", &hour].concat()
    }
}

fn date(time: u64) -> js_sys::Date {
    js_sys::Date::new(&(time as f64).into())
}

/// The browser's clock, in milliseconds since 1970.
pub(super) fn now() -> u64 {
    js_sys::Date::now() as u64
}
