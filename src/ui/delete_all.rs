//! "Slett alt", visible, asked about once and in place: no dialog to be trapped in.

use crate::app::page::Page;
use crate::ui::icons::{Icon, icon};
use leptos::prelude::*;

/// The button and its question.
#[component]
pub fn DeleteAll(
    /// The page.
    page: Page,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    let ask = move |_| {
        asking.set(true);
        page.after_drawing(move || {
            page.focus("[data-action='delete-confirm']");
        });
    };
    let confirm = move |_| {
        asking.set(false);
        page.session.outlet.try_with_value(|outlet| (outlet.delete_all)());
        page.restart();
    };
    let cancel = move |_| {
        asking.set(false);
        page.after_drawing(move || {
            page.focus("[data-action='delete-all']");
        });
    };
    let text = move |key: &str| page.text(key);
    move || {
        if asking.get() {
            view! { class = "hs",
                <div class="hs-confirm" role="group" aria-labelledby="hs-delete-ask">
                    <p id="hs-delete-ask">{text("delete-ask")}</p>
                    <button type="button" class="hs-button hs-button--danger" data-action="delete-confirm" on:click=confirm>
                        {text("delete-yes")}
                    </button>
                    <button type="button" class="hs-button" data-action="delete-cancel" on:click=cancel>{text("cancel")}</button>
                </div>
            }
            .into_any()
        } else {
            view! { class = "hs",
                <button type="button" class="hs-button hs-button--quiet" data-action="delete-all" on:click=ask>
                    {icon(Icon::Bin)}
                    <span>{text("delete-all")}</span>
                </button>
            }
            .into_any()
        }
    }
}
