//! Which region's checklist and routes stand. Changing it keeps every answer.

use crate::app::page::Page;
use crate::rulebooks;
use hs_core::rulebook::Region;
use leptos::prelude::*;

/// Asked when nobody has said it.
#[component]
pub fn RegionChoice(
    /// The page.
    page: Page,
) -> impl IntoView {
    let buttons = named(page)
        .map(|(region, name)| {
            let choose = move |_| {
                page.session.region.set(Some(region));
                page.restart();
            };
            view! { class = "hs", <button type="button" class="hs-button hs-button--big" data-region=region.id() on:click=choose>{name}</button> }
                .into_any()
        })
        .collect_view();
    view! { class = "hs",
        <section class="hs-panel hs-gate" aria-labelledby="hs-region-head" data-part="region">
            <h3 class="hs-panel__head" id="hs-region-head">{page.text("region-ask")}</h3>
            <p>{page.text("region-help")}</p>
            <div class="hs-letter__actions">{buttons}</div>
        </section>
    }
    .into_any()
}

/// Changed later, in the header.
#[component]
pub fn RegionSwitch(
    /// The page.
    page: Page,
) -> impl IntoView {
    let region = page.session.region;
    let chips = named(page)
        .map(|(one, name)| {
            view! { class = "hs",
                <label class="hs-chip hs-chip--small">
                    <input
                        type="radio"
                        name="hs-region"
                        value=one.id()
                        prop:checked=move || region.get() == Some(one)
                        on:change=move |_| region.set(Some(one))
                    />
                    <span>{name}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    view! { class = "hs",
        <fieldset class="hs-switch" hidden=move || region.get().is_none()>
            <legend>{page.text("region")}</legend>
            <div class="hs-chips">{chips}</div>
        </fieldset>
    }
    .into_any()
}

fn named(page: Page) -> impl Iterator<Item = (Region, String)> {
    let words = page.words();
    rulebooks::available().map(move |region| {
        let name = words.as_ref().and_then(|words| words.regions.get(&region)).map(|words| words.name.clone());
        (region, name.unwrap_or_else(|| region.id().to_owned()))
    })
}
