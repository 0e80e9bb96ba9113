//! Always at hand: what is left, the next question that decides most, and the text.

use crate::ui::live::live;
use crate::app::page::Page;
use crate::ui::findings::due::due_findings;
use crate::ui::icons::{Icon, icon};
use crate::ui::progress::remaining;
use leptos::prelude::*;

/// The bar.
#[component]
pub fn ActionBar(
    /// The page.
    page: Page,
) -> impl IntoView {
    let (remaining, due) = (remaining(page), due_findings(page));
    let findings = Memo::new(move |_| due.with(Vec::len));
    let left = move || match remaining.get() {
        0 => page.text("items-done"),
        left => page.counted("items-left", left),
    };
    let count = move || page.counted("announce", findings.get());
    let next = page.text("next");
    view! { class = "hs",
        <div class="hs-bar" role="group" aria-label=page.text("bar")>
            <p class="hs-bar__state">
                <span>{live(left)}</span>
                <button type="button" class="hs-link hs-bar__findings" hidden=move || findings.get() == 0 on:click=move |_| { page.focus("#hs-findings-head"); }>
                    {live(count)}
                </button>
            </p>
            <div class="hs-bar__buttons">
                <button
                    type="button"
                    class="hs-button"
                    data-action="next"
                    title=page.text("next-help")
                    aria-keyshortcuts="Control+Enter"
                    on:click=move |_| page.next()
                >
                    <span>{next}</span>
                    {icon(Icon::Arrow)}
                </button>
                <button type="button" class="hs-button hs-button--primary" data-action="to-summary" on:click=move |_| page.open_letter()>
                    {page.text("to-letter")}
                </button>
            </div>
        </div>
    }
    .into_any()
}
