//! Every case of both editions on both: whose outcome changed, and because of what.

use super::Edition;
use super::causes::{Side, because};
use super::outcomes::{Of, outcomes};
use crate::answers::{Answers, notation};
use crate::content::Content;
use crate::content::cases::with_a_state;
use crate::json::Json;
use crate::rulebook::{Region, Rulebook};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// More names than this are counted.
const MOST_NAMES: usize = 8;

/// A case that can be played on any edition.
struct Case {
    name: String,
    region: Region,
    today: Date,
    answers: Vec<(String, Json)>,
}

/// What changed, by change, with the cases it is seen in. Empty when nothing did.
pub(super) fn changed(old: &Edition, new: &Edition) -> String {
    let cases = cases(old, new);
    let (mut before, after) = (books(&old.content), books(&new.content));
    // Where the rulebook is the same but for its version, nothing can turn.
    before
        .retain(|region, book| after.get(region).is_none_or(|after| Rulebook { version: after.version.clone(), ..book.clone() } != *after));
    let (was, is) = (Side::new(&old.content), Side::new(&new.content));
    let mut turned: BTreeMap<(Of, String, String, Region), Vec<String>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (at, case) in cases.iter().enumerate() {
        let (Some(before), Some(after)) = (before.get(&case.region), after.get(&case.region)) else { continue };
        let old = outcomes(before, &case.answers, case.today);
        let mut new = outcomes(after, &case.answers, case.today);
        let none = || "ikke med".to_owned();
        for (of, was) in old {
            let is = new.remove(&of).unwrap_or_else(none);
            if was != is {
                turned.entry((of, was, is, case.region)).or_default().push(case.name.clone());
                seen.insert(at);
            }
        }
        for (of, is) in new {
            turned.entry((of, none(), is, case.region)).or_default().push(case.name.clone());
            seen.insert(at);
        }
    }
    let mut told: BTreeMap<(Of, String), Vec<String>> = BTreeMap::new();
    for ((of, before, after, region), names) in turned {
        let line = format!("{}: {before} → {after}{}", of.said(), because(&was, &is, &of, region));
        told.entry((of, line)).or_default().extend(names.iter().map(|name| format!("{name} [{}]", region.id())));
    }
    if told.is_empty() {
        return String::new();
    }
    let mut text = format!("Utfall: {} av {} eksempler gir noe annet enn før\n", seen.len(), cases.len());
    for ((_, change), names) in told {
        text.push_str(&format!("  {change}\n"));
        names.iter().take(MOST_NAMES).for_each(|name| text.push_str(&format!("      i «{name}»\n")));
        if names.len() > MOST_NAMES {
            text.push_str(&format!("      og {} til\n", names.len() - MOST_NAMES));
        }
    }
    text
}

fn books(content: &Content) -> BTreeMap<Region, Rulebook> {
    content.regions().into_iter().filter_map(|region| Some((region, content.rulebook(region)?))).collect()
}

/// The cases of both editions, each once: the same answers in the same region on the same day are one.
fn cases(old: &Edition, new: &Edition) -> Vec<Case> {
    let mut all: Vec<Case> = Vec::new();
    let mut known = BTreeSet::new();
    for edition in [old, new] {
        let content = &edition.content;
        let Some(table) = content.regions().first().and_then(|region| content.rulebook(*region)) else { continue };
        let mut add = |name: String, region: Region, today: Date, answers: &Answers| {
            let answers = notation::write(&table, answers);
            if known.insert((region, today, format!("{answers:?}"))) {
                all.push(Case { name, region, today, answers });
            }
        };
        for (name, patient) in &edition.patients {
            if let (Some(region), Some(today)) = (patient.region, patient.today) {
                add(name.clone(), region, today, &patient.answers);
            }
        }
        for rule in &content.rules {
            for case in &rule.cases {
                for region in rule.stands.keys().filter(|region| case.region.is_none_or(|only| only == **region)) {
                    add(format!("{}: {}", rule.id, case.name), *region, case.today, &case.answers);
                }
            }
        }
        for (of, region, case) in with_a_state(content) {
            add(format!("{of}: {}", case.name), region, content.cases_on, &case.answers);
        }
    }
    all
}
