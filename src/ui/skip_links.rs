//! Ways past the questions, for those who go by keyboard. Buttons: a link with a fragment cannot reach into a shadow root.

use crate::app::page::Page;
use leptos::prelude::*;

/// The skip links, seen when they have the focus.
#[component]
pub fn SkipLinks(
    /// The page.
    page: Page,
) -> impl IntoView {
    let findings = move |_| {
        page.focus("#hs-findings-head");
    };
    view! { class = "hs",
        <div class="hs-skips">
            <button type="button" class="hs-skip" data-action="skip-to-findings" on:click=findings>{page.text("skip-to-findings")}</button>
            <button type="button" class="hs-skip" data-action="skip-to-summary" on:click=move |_| page.open_letter()>
                {page.text("skip-to-letter")}
            </button>
        </div>
    }
    .into_any()
}
