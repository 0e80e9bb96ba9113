//! Every record of the content files as named values that can be compared: by kind, by id, by what each value is called.
//!
//! Reads the files as written, so a key that is new tomorrow is compared too; only conditions come from the resolved content,
//! since they are compared by meaning and told as sentences.

use super::Edition;
use super::conditions::{Conditions, numbered};
use super::labels::{KINDS, PATIENTS, label};
use super::values::{Facet, Is, Said, Values, key};
use crate::content::sentence::Speaker;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// A record.
pub(super) struct Thing {
    /// Its kind, by position in `KINDS`; the patients come after them.
    pub kind: usize,
    /// Its id, with the region where it belongs to one.
    pub id: String,
    /// What is said of it, in the order it is told.
    pub facets: Vec<Facet>,
}

impl Thing {
    /// A value by what it is called.
    pub fn facet(&self, label: &str) -> Option<&Is> {
        self.facets.iter().find(|facet| facet.label == label).map(|facet| &facet.is)
    }

    /// A single value as it is told.
    pub fn said(&self, label: &str) -> Option<&str> {
        match self.facet(label)? {
            Is::One(one) => Some(&one.said),
            Is::Many(_) => None,
        }
    }
}

/// Every record of an edition, by kind, then as written.
pub(super) fn things(edition: &Edition) -> Vec<Thing> {
    let speaker = Speaker::new(&edition.content);
    let conditions = Conditions::of(&edition.content, &speaker);
    let mut reader = Reader { conditions, speaker: &speaker, things: Vec::new(), page: BTreeMap::new() };
    for (file, text) in &edition.files {
        reader.file(file, text.parse().unwrap_or_default());
    }
    let Reader { mut things, page, .. } = reader;
    things.extend(page.into_iter().map(|(id, facets)| Thing { kind: kind("ui"), id, facets }));
    for thing in &mut things {
        thing.facets.sort_by(|one, other| (one.order, &one.label).cmp(&(other.order, &other.label)));
    }
    things.sort_by_key(|thing| thing.kind);
    things
}

fn kind(heading: &str) -> usize {
    KINDS.iter().position(|(known, _)| *known == heading).unwrap_or(KINDS.len())
}

/// What a kind is called.
pub(super) fn kind_name(kind: usize) -> &'static str {
    KINDS.get(kind).unwrap_or(&PATIENTS).1
}

struct Reader<'a> {
    conditions: Conditions,
    speaker: &'a Speaker<'a>,
    things: Vec<Thing>,
    /// The words of the page, by key: three files, one record each.
    page: BTreeMap<String, Vec<Facet>>,
}

impl Reader<'_> {
    fn file(&mut self, file: &str, table: Table) {
        let (folder, name) = file.split_once('/').unwrap_or(("", file));
        let name = name.trim_end_matches(".toml");
        match folder {
            "ui" => {
                for (id, value) in table {
                    let mut values = Values { speaker: self.speaker, facets: Vec::new() };
                    values.read(&[key("text")], Some(name), value);
                    self.page.entry(id).or_default().extend(values.facets);
                }
            }
            "cases" => self.thing(PATIENTS.0, name.to_owned(), table),
            "" if name == "rulebook" => self.thing("edition", name.to_owned(), table),
            "" if name == "nynorsk" => self.thing("same", name.to_owned(), table),
            _ => {
                // The region's own files are named after it.
                let region = matches!(folder, "regions" | "coverage").then_some(name);
                for (heading, value) in table {
                    self.heading(&heading, region, value);
                }
            }
        }
    }

    fn heading(&mut self, heading: &str, region: Option<&str>, value: Value) {
        let records = match value {
            Value::Array(records) => records,
            one => vec![one],
        };
        let mut ids: Vec<String> = Vec::new();
        for record in records {
            let Value::Table(record) = record else { continue };
            let text = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or("");
            let id = match heading {
                "level" => "nivå".to_owned(),
                "lead" => "rekkefølgen".to_owned(),
                "route" => text("to").to_owned(),
                "differs" => text("rule").to_owned(),
                "also-called" => text("code").to_owned(),
                "refusal" => text("option").to_owned(),
                "code" => format!("{} / {}", text("question"), text("option")),
                "layout" if !text("region").is_empty() => format!("{} / {}", text("id"), text("region")),
                _ => text("id").to_owned(),
            };
            let region = region.filter(|_| matches!(heading, "item" | "route" | "differs" | "list"));
            let id = region.map_or_else(|| id.clone(), |region| format!("{region} / {id}"));
            ids.push(id.clone());
            let times = ids.iter().filter(|known| **known == id).count();
            self.thing(heading, numbered(id, times), record);
        }
    }

    fn thing(&mut self, heading: &str, id: String, record: Table) {
        let mut values = Values { speaker: self.speaker, facets: Vec::new() };
        let condition = self.conditions.of_record(heading, &id);
        if let Some(condition) = condition {
            let is = Is::One(Said { means: condition.means.clone(), said: condition.said.clone() });
            values.facets.push(Facet { order: (label("when").0, 0, 0), label: condition.label.to_owned(), within: None, is });
        }
        // What the record is called by, and what is told as its condition.
        let told = |key: &str| match key {
            "id" | "to" => true,
            "when" | "unless" | "relevant" => condition.is_some(),
            "item" | "states" | "rule" => matches!(heading, "rule" | "differs"),
            _ => false,
        };
        for (own, value) in record.into_iter().filter(|(key, _)| !told(key)) {
            values.read(&[key(&own)], None, value);
        }
        self.things.push(Thing { kind: kind(heading), id, facets: values.facets });
    }
}
