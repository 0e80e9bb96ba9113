//! The records of two editions side by side: new, gone, moved, changed.

use super::labels::{KINDS, is_ordered};
use super::order::moved;
use super::records::{Thing, kind_name};
use super::values::{Facet, Is, Said};

/// Longer lists are told by what came and went.
const SHORT: usize = 6;

/// What gives a new record a name.
const NAMES: [&str; 11] = [
    "tittel (nb)",
    "spørsmålet (nb)",
    "navn (nb)",
    "tittel",
    "tekst (nb)",
    "sier",
    "verdi",
    "hvordan (nb)",
    "grunn",
    "hvorfor (nb)",
    "hva du kan gjøre (nb)",
];

/// Every change, by kind. Empty when there is none.
pub(super) fn changes(before: &[Thing], after: &[Thing]) -> String {
    let mut text = String::new();
    for kind in 0..=KINDS.len() {
        let of = |things: &'_ [Thing]| -> (usize, usize) {
            let start = things.iter().take_while(|one| one.kind < kind).count();
            (start, things.iter().skip(start).take_while(|one| one.kind == kind).count())
        };
        let ((from, count), (start, length)) = (of(before), of(after));
        let was = before.get(from..from + count).unwrap_or_default();
        let is = after.get(start..start + length).unwrap_or_default();
        let lines = of_kind(was, is);
        if !lines.is_empty() {
            text.push_str(&format!("\n{}\n{lines}", kind_name(kind)));
        }
    }
    text
}

fn of_kind(before: &[Thing], after: &[Thing]) -> String {
    let mut text = String::new();
    let places = places(before, after);
    for thing in after {
        let Some(old) = before.iter().find(|old| old.id == thing.id) else {
            text.push_str(&new(thing));
            continue;
        };
        let mut lines = String::new();
        if let Some((_, follows)) = places.iter().find(|(id, _)| *id == thing.id) {
            let place = follows.map_or_else(|| "står nå først".to_owned(), |other| format!("står nå etter {other}"));
            lines.push_str(&format!("      flyttet: {place}\n"));
        }
        let inside = Inside { before: within(old), after: within(thing) };
        let gone = old.facets.iter().filter(|facet| thing.facet(&facet.label).is_none());
        for facet in thing.facets.iter().chain(gone).filter(|facet| inside.stayed(facet)) {
            if let Some(said) = changed(old.facet(&facet.label), thing.facet(&facet.label)) {
                lines.push_str(&format!("      {}\n{said}", facet.label));
            }
        }
        lines.push_str(&inside.told());
        if !lines.is_empty() {
            text.push_str(&format!("  ~ {}\n{lines}", thing.id));
        }
    }
    for thing in before.iter().filter(|thing| !after.iter().any(|new| new.id == thing.id)) {
        let remedy = if KINDS.get(thing.kind).is_some_and(|(heading, _)| *heading == "rule") {
            ". Ingenting skal slettes; en regel trekkes tilbake med status og until"
        } else {
            ""
        };
        text.push_str(&format!("  - {}: borte{remedy}\n", thing.id));
    }
    text
}

/// The records inside a record: its cases, points, rows.
struct Inside<'a> {
    before: Vec<&'a str>,
    after: Vec<&'a str>,
}

fn within(thing: &Thing) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for name in thing.facets.iter().filter_map(|facet| facet.within.as_deref()) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

impl Inside<'_> {
    /// Those that are new or gone, a line each.
    fn told(&self) -> String {
        let new = self.after.iter().filter(|name| !self.before.contains(name)).map(|name| format!("      ny: {name}\n"));
        let gone = self.before.iter().filter(|name| !self.after.contains(name)).map(|name| format!("      borte: {name}\n"));
        new.chain(gone).collect()
    }

    /// Whether a value is told on its own: that of a new or gone record is told with it.
    fn stayed(&self, facet: &Facet) -> bool {
        facet.within.as_deref().is_none_or(|name| self.before.contains(&name) && self.after.contains(&name))
    }
}

fn new(thing: &Thing) -> String {
    let name = NAMES.iter().find_map(|label| thing.said(label)).map(|name| format!(", «{name}»")).unwrap_or_default();
    let condition = ["vilkår", "vises når", "stilles når", "aktuelt når", "når"].iter().find_map(|label| Some((label, thing.said(label)?)));
    let condition = condition.map(|(label, said)| format!("      {label}: {said}\n")).unwrap_or_default();
    format!("  + {}: ny{name}\n{condition}", thing.id)
}

/// What was moved, where order says something: within the region, for what belongs to one.
fn places<'a>(before: &[Thing], after: &'a [Thing]) -> Vec<(&'a str, Option<&'a str>)> {
    if !after.first().is_some_and(|thing| is_ordered(thing.kind)) {
        return Vec::new();
    }
    fn region(id: &str) -> &str {
        id.split_once(" / ").map_or("", |(region, _)| region)
    }
    let mut regions: Vec<&str> = after.iter().map(|thing| region(&thing.id)).collect();
    regions.dedup();
    let ids = |things: &'_ [Thing], of: &str| -> Vec<String> {
        things.iter().filter(|one| region(&one.id) == of).map(|one| one.id.clone()).collect()
    };
    let mut all = Vec::new();
    for of in regions {
        let was = ids(before, of);
        let was: Vec<&str> = was.iter().map(String::as_str).collect();
        let is: Vec<&'a str> = after.iter().map(|one| one.id.as_str()).filter(|id| region(id) == of).collect();
        all.extend(moved(&was, &is));
    }
    all
}

/// How a value that changed is told; none when it did not.
fn changed(was: Option<&Is>, is: Option<&Is>) -> Option<String> {
    let (before, after) = (all(was), all(is));
    if meanings(&before) == meanings(&after) {
        return None;
    }
    let is_list = |value: Option<&Is>| matches!(value, Some(Is::Many(_)));
    if (is_list(was) || is_list(is)) && before.len().max(after.len()) > SHORT {
        return Some(by_what_came_and_went(&before, &after));
    }
    let said = |values: &[Said]| match values {
        [] => "(ikke noe)".to_owned(),
        values => values.iter().map(|one| one.said.as_str()).collect::<Vec<_>>().join(", "),
    };
    Some(format!("        før: {}\n        nå:  {}\n", said(&before), said(&after)))
}

fn all(value: Option<&Is>) -> Vec<Said> {
    match value {
        None => Vec::new(),
        // What is there and empty is as good as not there.
        Some(Is::One(one)) => {
            if one.means.is_empty() {
                Vec::new()
            } else {
                vec![one.clone()]
            }
        }
        Some(Is::Many(values)) => values.clone(),
    }
}

fn meanings(values: &[Said]) -> Vec<&str> {
    values.iter().map(|one| one.means.as_str()).collect()
}

fn by_what_came_and_went(before: &[Said], after: &[Said]) -> String {
    let (was, is) = (meanings(before), meanings(after));
    let only = |these: &[Said], others: &[&str]| -> Vec<String> {
        these.iter().filter(|one| !others.contains(&one.means.as_str())).map(|one| one.said.clone()).collect()
    };
    let said = |means: &str| after.iter().find(|one| one.means == means).map_or("", |one| one.said.as_str());
    let moved: Vec<String> = moved(&was, &is)
        .into_iter()
        .map(|(one, follows)| {
            format!("{} ({})", said(one), follows.map_or_else(|| "først".to_owned(), |other| format!("etter {}", said(other))))
        })
        .collect();
    let lines = [("lagt til", only(after, &was)), ("tatt bort", only(before, &is)), ("flyttet", moved)];
    lines.iter().filter(|(_, what)| !what.is_empty()).map(|(how, what)| format!("        {how}: {}\n", what.join(", "))).collect()
}
