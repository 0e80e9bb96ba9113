//! What happened to the answers, in plain words: a draft that could not be kept, an answer that no longer fits.

use crate::ui::live::live;
use crate::app::page::Page;
use crate::app::session::{DraftState, Notice};
use leptos::prelude::*;

/// The messages.
#[component]
pub fn Notices(
    /// The page.
    page: Page,
) -> impl IntoView {
    let session = page.session;
    let not_saved = move || {
        let told = session.notices.with(|notices| notices.iter().any(|notice| notice.key == "notice-not-saved"));
        !told && session.draft.with(|draft| *draft == DraftState::NotSaved)
    };
    let said = move |key: &str, values: &[(&str, &str)]| session.words.with(|words| words.ui_with(key, values));
    let one = move |notice: &Notice| {
        let values: Vec<(&str, &str)> = notice.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        said(notice.key, &values)
    };
    let list = move || {
        let own = not_saved().then(|| said("not-saved", &[]));
        let all = own.into_iter().chain(session.notices.with(|notices| notices.iter().map(one).collect::<Vec<_>>()));
        all.map(|text| view! { class = "hs", <li class="hs-notice">{text}</li> }.into_any()).collect_view()
    };
    let dismissed = move || session.notices.with(Vec::is_empty);
    view! { class = "hs",
        <div class="hs-notices" data-part="notices" role="status">
            <ul>{live(list)}</ul>
            <button type="button" class="hs-link" hidden=dismissed on:click=move |_| session.notices.set(Vec::new())>
                {move || said("notices-close", &[])}
            </button>
        </div>
    }
    .into_any()
}
