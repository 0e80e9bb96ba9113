//! Who says so: title, publisher, date or "dato ukjent", the place, and whether it is stated or our reading.

use super::dom::{El, el, text};
use crate::app::page::Page;
use hs_core::listed::{Listed, joined};
use hs_core::rulebook::{Basis, Citation, Rulebook, SourceId};
use hs_core::ui;

/// The sources of something, with what they are to it.
#[must_use]
pub fn source_list(page: Page, rulebook: &Rulebook, citations: &[Citation], basis: Basis) -> El {
    let (key, class) = match basis {
        Basis::Stated => (ui!("basis-stated"), "hs-tag"),
        Basis::Interpreted => (ui!("basis-interpreted"), "hs-tag hs-tag--interpreted"),
    };
    let mut items = Vec::new();
    for (at, citation) in citations.iter().enumerate() {
        // Several places of one document stand together.
        if citations.iter().position(|one| one.source == citation.source) == Some(at) {
            items.extend(one_source(page, rulebook, citations, citation.source));
        }
    }
    let head = el("p").class("hs-sources__head").child(page.say(ui!("sources"), "strong", "")).child(page.say(key, "span", class));
    el("div").class("hs-sources").child(head).child(el("ul").children(items))
}

/// A folded list of sources.
#[must_use]
pub fn folded_sources(page: Page, rulebook: &Rulebook, citations: &[Citation], basis: Basis) -> El {
    let summary = page.say(ui!("who-says"), "summary", "");
    el("details").class("hs-more hs-more--sources").child(summary).child(source_list(page, rulebook, citations, basis))
}

fn one_source(page: Page, rulebook: &Rulebook, citations: &[Citation], id: SourceId) -> Option<El> {
    let source = rulebook.sources.get(id.index())?;
    let item = match &source.address {
        Some(address) if address.starts_with("https://") => {
            let link = text("a", "", &source.title).attr("lang", "nb").attr("href", address).attr("target", "_blank");
            el("li").child(link.attr("rel", "noopener noreferrer"))
        }
        Some(address) => el("li")
            .child(text("span", "", &source.title).attr("lang", "nb"))
            .text(" (")
            .child(text("span", "hs-address", address))
            .text(")"),
        None => el("li").child(text("span", "", &source.title).attr("lang", "nb")),
    };
    let dated = source.dated.clone().unwrap_or_else(|| page.text(ui!("date-unknown")));
    let mut rest = [". ", &source.publisher, ", ", &dated, "."].concat();
    for citation in citations.iter().filter(|one| one.source == id) {
        if let Some((_, pointer)) = citation.place.and_then(|place| source.places.get(usize::from(place))) {
            rest.push_str(&[" «", pointer, "»."].concat());
        }
    }
    if let Some(day) = &source.checked {
        rest.push(' ');
        rest.push_str(&page.text_with(ui!("source-checked"), &[("day", &shown_day(day))]));
    }
    // Read at its publisher is what one expects; anything less is said.
    let weaker = match source.confidence.as_str() {
        "high" => None,
        "medium" => Some(ui!("confidence-medium")),
        _ => Some(ui!("confidence-low")),
    };
    if let Some(weaker) = weaker {
        rest.push(' ');
        rest.push_str(&page.text(weaker));
    }
    Some(item.text(&rest))
}

/// A day as it is read in Norway: `2026-07-31` is 31.07.2026. The sources write theirs so too, in every language.
#[must_use]
pub fn shown_day(iso: &str) -> String {
    let mut parts = iso.split('-').listed();
    parts.reverse();
    joined(&parts, ".")
}
