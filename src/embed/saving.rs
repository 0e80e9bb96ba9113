//! The draft going out: into the page's memory on every change, into storage soon after.

use super::desk::{Desk, notice, now};
use crate::app::session::{DraftState, Session};
use crate::drafts::{Draft, Failed, Numbers, write};
use crate::reactive::untrack;
use crate::rulebooks;
use hs_core::Answers;
use hs_core::export::{LineEnd, to_text};
use hs_core::json::Json;
use hs_core::rulebook::QuestionSet;
use hs_core::ui;

impl Desk {
    /// Keeps the state in the page's memory and saves it soon.
    pub fn keep(&self, session: Session) {
        let summary = session.summary.get();
        // A page that was only opened has nothing to keep: it is not made to wait for a draft of it.
        let chosen = session.region.get_untracked().is_some() && self.fixed.get().is_none();
        let (mut kept, mut text) = (String::new(), String::new());
        if !untrack(|| session.is_empty()) || chosen {
            let Some(draft) = self.draft(session, Numbers::Kept) else { return };
            kept = draft.text();
            text = summary.map_or_else(String::new, |summary| to_text(&summary, LineEnd::Lf));
        }
        self.bridge.mirror(&kept, &text);
        if !self.drafts().is_off() {
            self.save_soon();
        }
    }

    fn draft(&self, session: Session, numbers: Numbers) -> Option<Json> {
        let rulebook = rulebooks::any(session.region.get_untracked())?;
        let now = now();
        let begun = self.begun.get().unwrap_or(now);
        let (answers, replies) = (session.answers.get_untracked(), session.replies.get_untracked());
        let prefilled = session.prefilled.get_untracked();
        if !answers.is_empty() {
            self.begun.set(Some(begun));
        }
        let draft = Draft {
            region: session.region.get_untracked(),
            lang: session.lang.get_untracked(),
            begun,
            saved: now,
            answers: &answers,
            prefilled: &prefilled,
            replies: &replies,
        };
        Some(write(rulebook, &draft, numbers))
    }

    /// The timer is the element's: one in here would go off in an instance that has died meanwhile.
    pub(super) fn save_soon(&self) {
        if !self.dirty.replace(true) {
            self.bridge.save_soon();
        }
    }

    /// Saves now what would be saved soon.
    pub fn flush(&self) {
        if let (true, Some(session)) = (self.dirty.replace(false), self.session.get()) {
            self.save(*session);
        }
    }

    fn save(&self, session: Session) {
        let drafts = self.drafts();
        let state = session.draft.get_untracked();
        if drafts.is_off() || matches!(state, DraftState::Offered { .. }) {
            return;
        }
        // What the host gave is the host's to give again: only the doctor's own work makes a draft.
        let own = |answers: &Answers, given: &QuestionSet| answers.iter().any(|(id, _)| !given.contains(id));
        let worth = session.replies.with_untracked(|replies| !replies.is_empty())
            || session.answers.with_untracked(|answers| session.prefilled.with_untracked(|given| own(answers, given)));
        // What another tab wrote meanwhile is neither deleted nor written over unsaid.
        let anothers = drafts.of_others(&self.known.borrow());
        if !worth {
            self.begun.set(None);
            if anothers.is_none() {
                drafts.remove();
            }
            return;
        }
        let is_kept = anothers.is_none_or(|text| {
            notice(session, ui!("notice-other-tab"), Vec::new());
            drafts.keep_aside(&text, now()).is_ok()
        });
        let draft = if is_kept { self.draft(session, Numbers::Removed) } else { None };
        let saved = draft.ok_or(Failed).and_then(|draft| {
            drafts.save(&draft)?;
            self.known.replace(draft.text());
            Ok(())
        });
        match (saved, state) {
            (Err(_), DraftState::Saving) => {
                session.draft.set(DraftState::NotSaved);
                notice(session, ui!("notice-not-saved"), Vec::new());
            }
            (Ok(()), DraftState::NotSaved) => {
                session.draft.set(DraftState::Saving);
                session.notices.update(|notices| notices.retain(|notice| notice.key != ui!("notice-not-saved")));
            }
            _ => {}
        }
    }
}
