//! Where the referral goes, or what still decides it. And what the reader must know about the region's list.

use crate::ui::live::live;
use crate::app::page::Page;
use crate::ui::sources::source_list;
use hs_core::assess::RouteResult;
use hs_core::rulebook::words::Words;
use hs_core::rulebook::{QuestionId, Rulebook};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Route(
    /// The page.
    page: Page,
) -> impl IntoView {
    let route = Memo::new(move |_| page.session.assessment.with(|now| now.as_ref().map(|now| now.route.clone())));
    let body = move || {
        let (rulebook, words, route) = (page.session.rulebook.get()?, page.words()?, route.get()?);
        Some(decided(page, &rulebook, &words, &route).unwrap_or_else(|| open(page, &words, &route.needs)))
    };
    let note = move || {
        let (rulebook, words) = (page.session.rulebook.get()?, page.words()?);
        let note = words.regions.get(&rulebook.region).map(|region| region.note.clone()).filter(|note| !note.is_empty())?;
        Some(
            view! { class = "hs", <details class="hs-more"><summary>{page.text("region-note")}</summary><p>{note}</p></details> }
                .into_any(),
        )
    };
    view! { class = "hs",
        <section class="hs-panel hs-route" aria-labelledby="hs-route-head" data-part="route">
            <h3 class="hs-panel__head" id="hs-route-head">{page.text("route")}</h3>
            {live(body)}
            {live(note)}
        </section>
    }
    .into_any()
}

fn decided(page: Page, rulebook: &Rulebook, words: &Words, route: &RouteResult) -> Option<AnyView> {
    let step = rulebook.route.steps.get(route.step?)?;
    let to = words.destinations.get(usize::from(step.to))?.clone();
    let id = rulebook.route.destinations.get(usize::from(step.to)).cloned();
    let sources = source_list(page, rulebook, &step.sources, step.basis);
    Some(
        view! { class = "hs",
            <p class="hs-route__name" data-route=id>{to.name}</p>
            <p>{to.how}</p>
            <details class="hs-more"><summary>{page.text("who-says")}</summary>{sources}</details>
        }
        .into_any(),
    )
}

fn open(page: Page, words: &Words, needs: &[QuestionId]) -> AnyView {
    let questions = needs
        .iter()
        .filter_map(|id| {
            let (id, name) = (*id, words.question(*id)?.letter.clone());
            Some(
                view! { class = "hs", <li><button type="button" class="hs-link" on:click=move |_| page.go_to(id)>{name}</button></li> }
                    .into_any(),
            )
        })
        .collect_view();
    view! { class = "hs",
        <p class="hs-route__name" data-route="open">{page.text("route-open")}</p>
        <p>{page.text("route-needs")}</p>
        <ul class="hs-inline-list">{questions}</ul>
    }
    .into_any()
}
