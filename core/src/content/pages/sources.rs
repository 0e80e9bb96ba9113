//! Sources as a reader checks them: title, publisher, place, date, when it was read, how surely.

use super::super::Content;
use crate::rulebook::Citation;

/// A list of what is cited, each once.
pub fn cited(content: &Content, citations: &[Citation]) -> String {
    let mut known: Vec<Citation> = Vec::new();
    for citation in citations {
        if !known.contains(citation) {
            known.push(*citation);
        }
    }
    known.iter().map(|citation| format!("- {}\n", one(content, *citation))).collect()
}

/// One citation in full.
pub fn one(content: &Content, citation: Citation) -> String {
    let Some(source) = content.sources.get(citation.source.index()) else { return String::new() };
    let place = citation.place.and_then(|place| source.places.get(usize::from(place))).map(|(_, place)| format!(", sted: {place}"));
    let dated = source.dated.clone().unwrap_or_else(|| "dato ukjent".to_owned());
    let checked = source.checked.clone().map_or_else(|| "sjekket: dag ukjent".to_owned(), |day| format!("sjekket {day}"));
    let confidence = match source.confidence.as_str() {
        "high" => "høy",
        "medium" => "middels",
        _ => "lav",
    };
    let address = source.address.as_ref().map(|address| format!(", `{address}`")).unwrap_or_default();
    format!(
        "**{}**, {}{} ({dated}; {checked}; tillit: {confidence}{address}) `{}`",
        source.title,
        source.publisher,
        place.unwrap_or_default(),
        tag(content, citation)
    )
}

/// `innlandet#avslag-3`.
pub fn tag(content: &Content, citation: Citation) -> String {
    let Some(source) = content.sources.get(citation.source.index()) else { return String::new() };
    match citation.place.and_then(|place| source.places.get(usize::from(place))) {
        Some((place, _)) => format!("{}#{place}", source.id),
        None => source.id.clone(),
    }
}
