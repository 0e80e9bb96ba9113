//! How far the receiver's checklist has come. Counts, never a wall of warnings.

use crate::ui::live::live;
use crate::app::page::Page;
use hs_core::Assessment;
use hs_core::assess::ItemState;
use hs_core::rulebook::{Item, Rulebook, SectionId};
use leptos::prelude::*;

/// How many items of the checklist are not described yet.
#[must_use]
pub fn remaining(page: Page) -> Memo<usize> {
    Memo::new(move |_| {
        let Some(assessment) = page.session.assessment.get() else { return 0 };
        assessment.checklist.iter().filter(|(_, state)| matches!(state, ItemState::Missing | ItemState::Vague)).count()
    })
}

/// Described and asked-for items of a section. An item belongs to the section of its first question.
#[must_use]
pub fn of_section(page: Page, section: SectionId) -> Memo<(usize, usize)> {
    Memo::new(move |_| {
        let (Some(rulebook), Some(assessment)) = (page.session.rulebook.get(), page.session.assessment.get()) else { return (0, 0) };
        let states = states(&rulebook, &assessment, section);
        let asked = states.iter().filter(|state| !matches!(state, ItemState::NotRelevant | ItemState::Undecided)).count();
        let said = states.iter().filter(|state| matches!(state, ItemState::Described | ItemState::AnsweredUnknown)).count();
        (said, asked)
    })
}

fn answers_in(page: Page, section: SectionId) -> Memo<usize> {
    Memo::new(move |_| {
        let Some(rulebook) = page.session.rulebook.get() else { return 0 };
        let here = |id| rulebook.question(id).is_some_and(|question| question.section == section);
        page.session.answers.with(|answers| answers.iter().filter(|(id, _)| here(*id)).count())
    })
}

fn states(rulebook: &Rulebook, assessment: &Assessment, section: SectionId) -> Vec<ItemState> {
    let here = |item: &&Item| item.questions.first().and_then(|id| rulebook.question(*id)).is_some_and(|one| one.section == section);
    let items = rulebook.items.iter().zip(&assessment.checklist);
    items.filter(|(item, _)| here(item)).map(|(_, (_, state))| *state).collect()
}

/// "3 av 5 punkter"; how many answers there are where the list asks for nothing.
#[component]
pub fn SectionProgress(
    /// The page.
    page: Page,
    /// The section.
    section: SectionId,
) -> impl IntoView {
    let (progress, answers) = (of_section(page, section), answers_in(page, section));
    let text = move || match progress.get() {
        (_, 0) => page.counted("answers", answers.get()),
        (said, asked) => {
            let key = if asked == 1 { "section-progress-one" } else { "section-progress-many" };
            page.text_with(key, &[("said", &said.to_string()), ("asked", &asked.to_string())])
        }
    };
    let is_done = move || matches!(progress.get(), (said, asked) if asked > 0 && said == asked);
    view! { class = "hs", <span class="hs-progress" class:hs-progress--done=is_done>{live(text)}</span> }.into_any()
}
