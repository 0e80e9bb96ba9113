//! The level of care as a pair of scales: who the need points to. Our reading, and said so.

use crate::ui::live::live;
use crate::app::page::Page;
use crate::ui::icons::{Icon, icon};
use crate::ui::sources::source_list;
use hs_core::Answer;
use hs_core::rulebook::{Basis, Level, QuestionId, Rulebook};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Balance(
    /// The page.
    page: Page,
) -> impl IntoView {
    move || page.session.rulebook.get().map(|rulebook| drawn(page, &rulebook))
}

fn drawn(page: Page, rulebook: &Rulebook) -> AnyView {
    let table = &rulebook.level;
    let specialist: Vec<QuestionId> = [table.competence].into_iter().chain(table.specialist.iter().copied()).collect();
    let level = Memo::new(move |_| page.session.assessment.with(|now| now.as_ref().map_or(Level::Unclear, |now| now.level.is)));
    let because = named(page, |now| now.level.because.clone());
    let needs = named(page, |now| now.level.needs.clone());
    let result = move || page.text(&format!("level-{}", level.get().id()));
    let beam = move |wanted: Level| level.get() == wanted;
    let detail = move || {
        let (because, needs) = (because.get(), needs.get());
        let because = (!because.is_empty())
            .then(|| view! { class = "hs", <p>{page.text_with("level-because", &[("factors", &because)])}</p> }.into_any());
        let needs =
            (!needs.is_empty()).then(|| view! { class = "hs", <p>{page.text_with("level-needs", &[("factors", &needs)])}</p> }.into_any());
        (because, needs)
    };
    let first = table.competence;
    let factors: Vec<QuestionId> = specialist.iter().chain(&table.municipal).copied().collect();
    let begun = Memo::new(move |_| page.session.answers.with(|answers| factors.iter().any(|id| answers.get(*id).is_some())));
    let sources = source_list(page, rulebook, &table.sources, table.basis);
    let interpreted = (table.basis == Basis::Interpreted)
        .then(|| view! { class = "hs", <span class="hs-tag hs-tag--interpreted">{page.text("level-advice")}</span> }.into_any());
    view! { class = "hs",
        <section class="hs-panel hs-balance" aria-labelledby="hs-level-head" data-part="level" data-level=move || level.get().id()>
            <h3 class="hs-panel__head" id="hs-level-head">{page.text("level")}" "{interpreted}</h3>
            <p class="hs-calm" hidden=begun>{page.text("level-start")}</p>
            <div class="hs-balance__body" hidden=move || !begun.get()>
                <svg
                    class="hs-scales"
                    viewBox="0 0 200 64"
                    aria-hidden="true"
                    focusable="false"
                    class:hs-scales--specialist=move || beam(Level::Specialist)
                    class:hs-scales--municipal=move || beam(Level::Municipal)
                    class:hs-scales--shared=move || beam(Level::Shared)
                >
                    <path class="hs-scales__stand" d="M100 12v44M82 58h36"></path>
                    <g class="hs-scales__beam">
                        <path d="M30 16h140"></path>
                        <path class="hs-scales__pan hs-scales__pan--left" d="M30 16 14 40h32Z"></path>
                        <path class="hs-scales__pan hs-scales__pan--right" d="M170 16l-16 24h32Z"></path>
                    </g>
                </svg>
                <p class="hs-balance__result">{live(result)}</p>
                <div class="hs-balance__pans">{pan(page, "specialist", specialist)} {pan(page, "municipal", table.municipal.clone())}</div>
                {live(detail)}
                {lean(page, rulebook)}
                <p class="hs-small">{page.text("level-caveat")}</p>
                <details class="hs-more">
                    <summary>{page.text("who-says")}</summary>
                    {sources}
                </details>
            </div>
            <button type="button" class="hs-link" on:click=move |_| page.go_to(first)>
                {icon(Icon::Arrow)}
                <span>{page.text("level-go")}</span>
            </button>
        </section>
    }
    .into_any()
}

/// One side: its factors, and which of them the doctor has chosen.
fn pan(page: Page, side: &'static str, factors: Vec<QuestionId>) -> AnyView {
    let words = page.words();
    let answers = page.session.answers;
    let factors = StoredValue::new(factors);
    let yes = move || {
        answers.with(|answers| factors.with_value(|all| all.iter().filter(|id| state(page, answers.get(**id), **id) == "yes").count()))
    };
    let items = factors
        .get_value()
        .into_iter()
        .map(|id| {
            let name = words.as_ref().and_then(|words| words.question(id)).map(|words| words.letter.clone());
            let state = Memo::new(move |_| answers.with(|answers| state(page, answers.get(id), id)));
            view! { class = "hs",
                <li class="hs-factor" data-state=state>
                    <span class="hs-factor__mark" aria-hidden="true"></span>
                    {name}
                    <span class="hs-unseen">{move || format!(": {}", page.text(&format!("factor-{}", state.get())))}</span>
                </li>
            }
            .into_any()
        })
        .collect_view();
    let total = factors.with_value(Vec::len);
    let count = move || page.text_with("pan-count", &[("yes", &yes().to_string()), ("of", &total.to_string())]);
    view! { class = "hs",
        <div class=format!("hs-pan hs-pan--{side}")>
            <h4 class="hs-pan__head">{page.text(&format!("pan-{side}"))}</h4>
            <p class="hs-pan__count">{live(count)}</p>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

/// `yes`, `no` or `open`. "Vet ikke" is open: rules read it as unanswered.
fn state(page: Page, answer: Option<&Answer>, id: QuestionId) -> &'static str {
    let Some(Answer::Choice(option)) = answer else { return "open" };
    let yes = page.session.rulebook.with_untracked(|rulebook| {
        let question = rulebook.as_ref()?.question(id)?;
        Some(question.option_name(*option) == "yes")
    });
    match yes {
        Some(true) => "yes",
        Some(false) => "no",
        None => "open",
    }
}

/// The letter names of some questions of the assessment.
fn named(page: Page, which: fn(&hs_core::Assessment) -> Vec<QuestionId>) -> Memo<String> {
    Memo::new(move |_| {
        let Some(words) = page.words() else { return String::new() };
        let ids = page.session.assessment.with(|now| now.as_ref().map(|now| which(now)).unwrap_or_default());
        let names: Vec<&str> = ids.iter().filter_map(|id| words.question(*id)).map(|words| words.letter.as_str()).collect();
        names.join(", ")
    })
}

/// Which way the diagnosis group leans: information with its source, never part of the scales.
fn lean(page: Page, rulebook: &Rulebook) -> AnyView {
    let leans: Vec<_> = rulebook
        .level
        .leans
        .iter()
        .enumerate()
        .map(|(index, lean)| {
            let (question, groups) = (lean.question, lean.groups.clone());
            let stands = Memo::new(move |_| {
                page.session.answers.with(|answers| matches!(answers.get(question), Some(Answer::Choice(group)) if groups.contains(group)))
            });
            let text = page.words().and_then(|words| words.leans.get(index).cloned());
            let (sources, basis) = (lean.sources.clone(), lean.basis);
            move || {
                stands.get().then(|| {
                    let sources =
                        page.session.rulebook.with_untracked(|now| now.as_ref().map(|now| source_list(page, now, &sources, basis)));
                    view! { class = "hs",
                        <div class="hs-lean">
                            <p><strong>{page.text("lean")}</strong>" "{text.clone()}</p>
                            <details class="hs-more"><summary>{page.text("who-says")}</summary>{sources}</details>
                        </div>
                    }
                    .into_any()
                })
            }
        })
        .collect();
    leans.collect_view().into_any()
}
