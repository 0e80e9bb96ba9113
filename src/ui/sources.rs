//! Who says so: title, publisher, date or "dato ukjent", the place, and whether it is stated or our reading.

use crate::app::page::Page;
use hs_core::rulebook::{Basis, Citation, Rulebook};
use leptos::prelude::*;

/// The sources of something, with what they are to it.
#[must_use]
pub fn source_list(page: Page, rulebook: &Rulebook, citations: &[Citation], basis: Basis) -> AnyView {
    let key = match basis {
        Basis::Stated => "basis-stated",
        Basis::Interpreted => "basis-interpreted",
    };
    let items = citations.iter().filter_map(|citation| one_source(page, rulebook, *citation)).collect_view();
    view! { class = "hs",
        <div class="hs-sources">
            <p class="hs-sources__head">
                <strong>{page.text("sources")}</strong>
                <span class="hs-tag" class:hs-tag--interpreted=basis == Basis::Interpreted>{page.text(key)}</span>
            </p>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

fn one_source(page: Page, rulebook: &Rulebook, citation: Citation) -> Option<AnyView> {
    let source = rulebook.sources.get(citation.source.index())?;
    let place = citation.place.and_then(|place| source.places.get(usize::from(place))).map(|(_, pointer)| format!(" «{pointer}»."));
    let dated = source.dated.clone().unwrap_or_else(|| page.text("date-unknown"));
    let checked = source.checked.as_ref().map(|day| format!(" {}", page.text_with("source-checked", &[("day", day)])));
    let title = match &source.address {
        Some(address) if address.starts_with("https://") => view! { class = "hs",
            <a href=address.clone() target="_blank" rel="noopener noreferrer">{source.title.clone()}</a>
        }
        .into_any(),
        Some(address) => view! { class = "hs", {source.title.clone()}" ("<span class="hs-address">{address.clone()}</span>")" }.into_any(),
        None => source.title.clone().into_any(),
    };
    let rest = format!(". {}, {dated}.", source.publisher);
    Some(view! { class = "hs", <li>{title}{rest}{place}{checked}</li> }.into_any())
}
