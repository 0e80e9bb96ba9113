//! A draft was found: nothing of it is shown before the doctor has said whose it is (promise 8 of the design).

use crate::app::page::Page;
use crate::app::session::DraftState;
use leptos::prelude::*;

/// The choice.
#[component]
pub fn DraftBanner(
    /// The page.
    page: Page,
) -> impl IntoView {
    let outlet = page.session.outlet;
    let begun = page.session.draft.with_untracked(|draft| match draft {
        DraftState::Offered { begun } => begun.clone(),
        DraftState::Saving | DraftState::NotSaved => String::new(),
    });
    // "10.42" today, "21.11. 10.42" on another day.
    let title = match begun.rsplit_once(' ') {
        Some((day, time)) => page.text_with("draft-found-day", &[("day", day), ("time", time)]),
        None => page.text_with("draft-found", &[("time", &begun)]),
    };
    let go_on = move |_| {
        outlet.try_with_value(|outlet| (outlet.continue_draft)());
        page.restart();
    };
    let new = move |_| {
        outlet.try_with_value(|outlet| (outlet.new_patient)());
        page.restart();
    };
    view! { class = "hs",
        <section class="hs-panel hs-gate" aria-labelledby="hs-draft-head" data-part="draft">
            <h3 class="hs-panel__head" id="hs-draft-head">{title}</h3>
            <p>{page.text("draft-question")}</p>
            <div class="hs-letter__actions">
                <button type="button" class="hs-button hs-button--primary" data-action="continue-draft" on:click=go_on>
                    {page.text("draft-continue")}
                </button>
                <button type="button" class="hs-button" data-action="new-patient" on:click=new>{page.text("draft-new")}</button>
            </div>
        </section>
    }
    .into_any()
}
