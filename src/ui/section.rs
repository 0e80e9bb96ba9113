//! One section of the questions: folded until it is its turn, with how far it has come.

use crate::ui::live::live;
use crate::app::page::Page;
use crate::ui::icons::{Icon, icon};
use crate::ui::progress::SectionProgress;
use crate::ui::question::QuestionField;
use hs_core::rulebook::{QuestionId, SectionId};
use leptos::prelude::*;

/// A section.
#[component]
pub fn QuestionSection(
    /// The page.
    page: Page,
    /// Which section.
    id: SectionId,
) -> impl IntoView {
    let index = id.index();
    let name = page.session.rulebook.with_untracked(|rulebook| rulebook.as_ref().and_then(|one| one.sections.get(index).cloned()));
    let title = page.words().and_then(|words| words.sections.get(index).cloned());
    let next = page.words().and_then(|words| words.sections.get(index + 1).cloned());
    let is_open = Memo::new(move |_| page.open.with(|open| open.contains(&id)));
    // Once drawn it stays: what is typed wrongly lives in the controls.
    let drawn = Memo::new(move |before: Option<&bool>| before == Some(&true) || is_open.get());
    let toggle = move |_| {
        if is_open.get_untracked() {
            page.pass(id);
            page.open.update(|open| {
                open.remove(&id);
            });
        } else {
            page.at.set(Some(id));
            page.open.update(|open| {
                open.insert(id);
            });
        }
    };
    let (go_on, label) = match next {
        Some(next) => (Some(SectionId::at(index + 1)), page.text_with("go-on", &[("section", &next)])),
        None => (None, page.text("go-on-letter")),
    };
    let go_on = move |_| {
        page.pass(id);
        match go_on {
            Some(next) => page.open_section(next),
            None => page.open_letter(),
        }
    };
    let questions = move || drawn.get().then(|| view! { class = "hs", <Questions page section=id /> }.into_any());
    view! { class = "hs",
        <section
            class="hs-section"
            class:hs-section--open=is_open
            aria-labelledby=format!("hs-section-{index}-head")
            data-section=name
            on:focusin=move |_| page.enter(id)
        >
            <h3 class="hs-section__head">
                <button
                    type="button"
                    id=format!("hs-section-{index}-head")
                    aria-controls=format!("hs-section-{index}-body")
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    on:click=toggle
                >
                    {icon(Icon::Chevron)}
                    <span class="hs-section__title">{title}</span>
                    <SectionProgress page section=id />
                </button>
            </h3>
            <div class="hs-section__body" id=format!("hs-section-{index}-body") hidden=move || !is_open.get()>
                {live(questions)}
                <button type="button" class="hs-button" data-action="go-on" on:click=go_on>
                    <span>{label}</span>
                    {icon(Icon::Arrow)}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// The questions of a section that are asked in this situation.
#[component]
fn Questions(page: Page, section: SectionId) -> impl IntoView {
    let asked = Memo::new(move |_| {
        let (Some(rulebook), Some(assessment)) = (page.session.rulebook.get(), page.session.assessment.get()) else { return Vec::new() };
        let here = rulebook.all_questions().filter(|(_, question)| question.section == section).map(|(id, _)| id);
        here.filter(|id| assessment.is_relevant(*id)).collect::<Vec<QuestionId>>()
    });
    view! { class = "hs",
        <For each=move || asked.get() key=|id| *id children=move |id| view! { class = "hs", <QuestionField page id /> } />
    }
    .into_any()
}
