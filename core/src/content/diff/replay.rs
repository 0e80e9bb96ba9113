//! Every case of both editions on both: whose outcome changed, and by which rule.

use super::super::Content;
use super::Edition;
use crate::answers::{Answers, notation};
use crate::assess::assess;
use crate::export::assessment_to_json;
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
pub fn outcomes(old: &Edition, new: &Edition, touched: &BTreeSet<String>) -> String {
    let mut cases: Vec<Case> = Vec::new();
    for edition in [old, new] {
        for case in cases_of(edition) {
            if !cases.iter().any(|known| known.name == case.name && known.region == case.region && known.answers == case.answers) {
                cases.push(case);
            }
        }
    }
    let books = |content: &Content| -> BTreeMap<Region, Rulebook> {
        content.regions().into_iter().filter_map(|region| Some((region, content.rulebook(region)?))).collect()
    };
    let (before, after) = (books(&old.content), books(&new.content));
    let mut changes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut changed = 0;
    for case in &cases {
        let (Some(before), Some(after)) = (before.get(&case.region), after.get(&case.region)) else { continue };
        let (was, is) = (played(before, case), played(after, case));
        let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        let mut any = false;
        for key in keys {
            let none = "ikke med".to_owned();
            let (was, is) = (was.get(key).unwrap_or(&none), is.get(key).unwrap_or(&none));
            if was != is {
                any = true;
                let id = key.split_once(' ').map_or("", |(_, id)| id);
                let of_region = format!("{} / {id}", case.region.id());
                let why = match key.split(' ').next() {
                    Some("regel") if !touched.contains(id) => ": regelen er lik, men noe den bygger på, er endret",
                    Some("punkt") if !touched.contains(&of_region) => ": punktet er likt, men spørsmålene i det er endret",
                    _ => "",
                };
                changes.entry(format!("{key}: {was} → {is}{why}")).or_default().push(format!("{} [{}]", case.name, case.region.id()));
            }
        }
        changed += usize::from(any);
    }
    if changes.is_empty() {
        return String::new();
    }
    let mut text = format!("Utfall: {changed} av {} eksempler gir noe annet enn før\n", cases.len());
    for (change, names) in changes {
        text.push_str(&format!("  {change}\n"));
        names.iter().take(MOST_NAMES).for_each(|name| text.push_str(&format!("      i «{name}»\n")));
        if names.len() > MOST_NAMES {
            text.push_str(&format!("      og {} til\n", names.len() - MOST_NAMES));
        }
    }
    text
}

fn cases_of(edition: &Edition) -> Vec<Case> {
    let content = &edition.content;
    let Some(table) = content.regions().first().and_then(|region| content.rulebook(*region)) else { return Vec::new() };
    let written = |answers: &Answers| notation::write(&table, answers);
    let mut cases = Vec::new();
    for (name, patient) in &edition.patients {
        let (Some(region), Some(today)) = (patient.region, patient.today) else { continue };
        cases.push(Case { name: name.clone(), region, today, answers: written(&patient.answers) });
    }
    for rule in &content.rules {
        for case in &rule.cases {
            for region in rule.stands.keys().filter(|region| case.region.is_none_or(|only| only == **region)) {
                let name = format!("{}: {}", rule.id, case.name);
                cases.push(Case { name, region: *region, today: case.today, answers: written(&case.answers) });
            }
        }
    }
    cases
}

/// What comes out, by rule, item, level and route. An answer the edition does not know is left out.
fn played(rulebook: &Rulebook, case: &Case) -> BTreeMap<String, String> {
    let (answers, _) = notation::read(rulebook, &case.answers);
    let assessment = assessment_to_json(rulebook, &assess(rulebook, &answers, case.today));
    let mut outcome = BTreeMap::new();
    let text = |value: &Json, key: &str| value.get(key).and_then(Json::as_str).unwrap_or("").to_owned();
    for rule in &rulebook.rules {
        outcome.insert(format!("regel {}", rule.id), "slår ikke til".to_owned());
    }
    for (list, says) in [("findings", "slår til"), ("undecided", "uavgjort")] {
        for one in assessment.get(list).and_then(Json::as_list).unwrap_or_default() {
            outcome.insert(format!("regel {}", text(one, "rule")), says.to_owned());
        }
    }
    for one in assessment.get("checklist").and_then(Json::as_list).unwrap_or_default() {
        outcome.insert(format!("punkt {}", text(one, "item")), text(one, "state"));
    }
    for (key, field, name) in [("level", "is", "nivå "), ("route", "to", "vei ")] {
        outcome.insert(name.to_owned(), assessment.get(key).map(|part| text(part, field)).unwrap_or_default());
    }
    outcome
}
