//! What changed between two editions of the content, in Norwegian, and which outcomes changed with it.

mod facets;
mod replay;

use super::Content;
use super::patient::Patient;
use facets::{Thing, things};
use std::collections::BTreeSet;

/// An edition with its whole patients.
pub struct Edition {
    /// The content.
    pub content: Content,
    /// Name and patient of each case file.
    pub patients: Vec<(String, Patient)>,
}

/// The whole difference as text. Nothing but one line when there is none.
#[must_use]
pub fn difference(old: &Edition, new: &Edition) -> String {
    let (before, after) = (things(&old.content), things(&new.content));
    let mut text = String::new();
    let kinds: BTreeSet<(usize, &str)> = before.iter().chain(&after).map(|thing| (thing.order, thing.kind)).collect();
    let mut touched: BTreeSet<String> = BTreeSet::new();
    for (_, kind) in kinds {
        let of = |things: &'_ [Thing]| -> Vec<Thing> { things.iter().filter(|thing| thing.kind == kind).cloned().collect() };
        let lines = changes(&of(&before), &of(&after), &mut touched);
        if !lines.is_empty() {
            text.push_str(&format!("\n{kind}\n{lines}"));
        }
    }
    let outcomes = replay::outcomes(old, new, &touched);
    match (text.is_empty(), outcomes.is_empty()) {
        (true, true) if old.content.version == new.content.version => "Ingenting er endret.\n".to_owned(),
        // The fingerprint sees every file; what is compared by name is less.
        (true, true) => {
            "Filene er ulike, men ingenting av det dette verktøyet sammenlikner med ord er endret, og alle eksempler gir det samme. \
                         Se `git diff -- content` for resten, f.eks. adresser, knapper og layout.\n"
                .to_owned()
        }
        (_, true) => format!("{}\nAlle eksempler gir det samme som før.\n", text.trim_start()),
        _ => format!("{}\n{outcomes}", text.trim_start()),
    }
}

fn changes(before: &[Thing], after: &[Thing], touched: &mut BTreeSet<String>) -> String {
    let mut text = String::new();
    for thing in after {
        let Some(old) = before.iter().find(|old| old.id == thing.id) else {
            touched.insert(thing.id.clone());
            text.push_str(&format!(
                "  + {}: ny{}\n",
                thing.id,
                thing.facet("tittel (nb)").map(|title| format!(", «{title}»")).unwrap_or_default()
            ));
            text.push_str(&thing.facet("vilkår").map(|condition| format!("      {condition}\n")).unwrap_or_default());
            continue;
        };
        let labels = old.facets.iter().chain(&thing.facets).map(|(label, _)| label.as_str());
        let mut seen = Vec::new();
        for label in labels {
            if seen.contains(&label) {
                continue;
            }
            seen.push(label);
            let (was, is) = (old.facet(label).unwrap_or(""), thing.facet(label).unwrap_or(""));
            if was == is {
                continue;
            }
            if seen.len() == 1 || !touched.contains(&thing.id) {
                text.push_str(&format!("  ~ {}\n", thing.id));
            }
            touched.insert(thing.id.clone());
            let said = |value: &str| if value.is_empty() { "(ikke noe)".to_owned() } else { value.to_owned() };
            text.push_str(&format!("      {label}\n        før: {}\n        nå:  {}\n", said(was), said(is)));
        }
    }
    for thing in before.iter().filter(|thing| !after.iter().any(|new| new.id == thing.id)) {
        touched.insert(thing.id.clone());
        text.push_str(&format!("  - {}: borte. Ingenting skal slettes; en regel trekkes tilbake med status og until\n", thing.id));
    }
    text
}
