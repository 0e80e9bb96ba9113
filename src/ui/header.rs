//! What this is, for which region, in which language, and the way to delete everything.

use crate::ui::live::live;
use crate::app::page::Page;
use crate::app::session::DraftState;
use crate::ui::delete_all::DeleteAll;
use crate::ui::region_choice::RegionSwitch;
use hs_core::rulebook::words::Lang;
use leptos::prelude::*;

/// The header. The language buttons stay when the words change, so the focus stays too.
#[component]
pub fn Header(
    /// The page.
    page: Page,
) -> impl IntoView {
    let session = page.session;
    let languages = Lang::ALL
        .map(|lang| {
            let name = match lang {
                Lang::Nb => "Bokmål",
                Lang::Nn => "Nynorsk",
                Lang::En => "English",
            };
            view! { class = "hs",
                <button
                    type="button"
                    class="hs-lang"
                    lang=lang.id()
                    data-lang=lang.id()
                    aria-pressed=move || if session.lang.get() == lang { "true" } else { "false" }
                    on:click=move |_| session.lang.set(lang)
                >
                    {name}
                </button>
            }
            .into_any()
        })
        .collect_view();
    let titles = move || {
        session.words.track();
        view! { class = "hs",
            <h2 class="hs-title" id="hs-title" tabindex="-1">{page.text("title")}</h2>
            <p class="hs-subtitle">{page.text("subtitle")}</p>
        }
        .into_any()
    };
    let tools = move || {
        session.words.track();
        let waits = session.draft.with(|draft| matches!(draft, DraftState::Offered { .. }));
        (!waits).then(|| view! { class = "hs", <RegionSwitch page /> <DeleteAll page /> }.into_any())
    };
    let group = move || session.words.with(|words| words.ui("language").to_owned());
    view! { class = "hs",
        <header class="hs-header">
            <div class="hs-header__top">
                <div>{live(titles)}</div>
                <div class="hs-langs" role="group" aria-label=group>{languages}</div>
            </div>
            <div class="hs-header__tools">{live(tools)}</div>
        </header>
    }
    .into_any()
}
