//! The sources as they travel: what nothing on the page cites keeps its place in the table, and leaves its words at home.

use super::Content;
use crate::rulebook::{Citation, Source};
use std::collections::BTreeSet;

/// Every source in its place, with the words of those that are cited in some region, and of the places in them that are.
pub(super) fn shown(content: &Content) -> Vec<Source> {
    let cited: BTreeSet<Citation> = citations(content).copied().collect();
    let mut sources = content.sources.clone();
    for (at, source) in sources.iter_mut().enumerate() {
        let here = |citation: &&Citation| citation.source.index() == at;
        let places: BTreeSet<usize> = cited.iter().filter(here).filter_map(|citation| citation.place).map(usize::from).collect();
        for (place, words) in source.places.iter_mut().enumerate() {
            if !places.contains(&place) {
                *words = (String::new(), String::new());
            }
        }
        if !cited.iter().any(|citation| citation.source.index() == at) {
            *source = Source {
                id: source.id.clone(),
                title: String::new(),
                publisher: String::new(),
                dated: None,
                address: None,
                checked: None,
                confidence: source.confidence.clone(),
                places: Vec::new(),
            };
        }
    }
    sources
}

/// What is cited where the page can show it. Cases cite for authors only.
fn citations(content: &Content) -> impl Iterator<Item = &Citation> {
    let rules = content.rules.iter().flat_map(|rule| rule.stands.values()).flat_map(|standing| &standing.sources);
    let regions = content.regions.values();
    let items = regions.clone().flat_map(|region| &region.items).flat_map(|item| &item.sources);
    let routes = regions.clone().flat_map(|region| &region.routes).flat_map(|step| &step.sources);
    let lists = regions.flat_map(|region| &region.sources);
    let guidance = content.guidance.iter().flat_map(|one| &one.sources);
    let addresses = content.destinations.iter().flat_map(|one| &one.sources);
    rules.chain(items).chain(routes).chain(lists).chain(guidance).chain(addresses).chain(&content.level.sources)
}
