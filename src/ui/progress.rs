//! How far the receiver's checklist has come. Counts, never a wall of warnings.

use super::dom::{El, el};
use crate::app::page::Page;
use crate::app::session::Session;
use crate::reactive::{Derived, memo};
use hs_core::Assessment;
use hs_core::assess::ItemState;
use hs_core::listed::Listed;
use hs_core::numbers::decimal;
use hs_core::rulebook::{Item, Rulebook, SectionId};
use hs_core::ui;
use hs_core::ui_counted;

/// How many items of the checklist are not described yet.
#[must_use]
pub fn remaining(session: Session) -> Derived<usize> {
    memo(move || {
        let Some(assessment) = session.assessment.get() else { return 0 };
        assessment.checklist.iter().filter(|(_, state)| matches!(state, ItemState::Missing | ItemState::Vague)).count()
    })
}

/// "3 av 5 punkter"; how many answers there are where the list asks for nothing.
#[must_use]
pub fn section_progress(page: Page, section: SectionId) -> El {
    let session = page.session;
    let shown = memo(move || {
        let (Some(rulebook), Some(assessment)) = (session.rulebook.get(), session.assessment.get()) else { return String::new() };
        let (said, asked) = of_section(rulebook, &assessment, section);
        if asked == 0 {
            return page.counted(ui_counted!("answers"), answers_in(session, rulebook, section));
        }
        let key = if asked == 1 { ui!("section-progress-one") } else { ui!("section-progress-many") };
        page.text_with(key, &[("said", &decimal(said)), ("asked", &decimal(asked))])
    });
    let is_done = memo(move || {
        let (Some(rulebook), Some(assessment)) = (session.rulebook.get(), session.assessment.get()) else { return false };
        matches!(of_section(rulebook, &assessment, section), (said, asked) if asked > 0 && said == asked)
    });
    el("span").class("hs-progress").class_when("hs-progress--done", move || is_done.get()).live_text(move || shown.get())
}

/// Described and asked-for items of a section. An item belongs to the section of its first question.
fn of_section(rulebook: &Rulebook, assessment: &Assessment, section: SectionId) -> (usize, usize) {
    let here = |item: &&Item| item.questions.first().and_then(|id| rulebook.question(*id)).is_some_and(|one| one.section == section);
    let items = rulebook.items.iter().zip(&assessment.checklist);
    let states: Vec<ItemState> = items.filter(|(item, _)| here(item)).map(|(_, (_, state))| *state).listed();
    let asked = states.iter().filter(|state| !matches!(state, ItemState::NotRelevant | ItemState::Undecided)).count();
    let said = states.iter().filter(|state| matches!(state, ItemState::Described | ItemState::AnsweredUnknown)).count();
    (said, asked)
}

fn answers_in(session: Session, rulebook: &Rulebook, section: SectionId) -> usize {
    let here = |id| rulebook.question(id).is_some_and(|question| question.section == section);
    session.answers.with(|answers| answers.iter().filter(|(id, _)| here(*id)).count())
}
