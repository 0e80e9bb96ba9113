//! The values of a record, each with what it is called and how it is told.

use super::labels::{QUESTIONS, label};
use crate::content::sentence::Speaker;
use toml::Value;

/// One value of a record.
pub(super) struct Facet {
    /// Where it comes among the values of its record.
    pub order: (usize, usize, usize),
    /// What it is called.
    pub label: String,
    /// The record inside the record that it belongs to: a case, a point, a row.
    pub within: Option<String>,
    /// The value; several are in order.
    pub is: Is,
}

/// A value.
pub(super) enum Is {
    /// One.
    One(Said),
    /// Several, in order.
    Many(Vec<Said>),
}

/// What is compared, and how it is told.
#[derive(Clone)]
pub(super) struct Said {
    /// The same text exactly when it means the same.
    pub means: String,
    /// As it is told.
    pub said: String,
}

/// A step on the way to a value.
#[derive(Clone)]
pub(super) struct Step {
    key: String,
    /// Whether the author chose it: the name of a case, a place in a source.
    is_name: bool,
    /// Whether a record of its own begins there.
    is_record: bool,
}

/// A key of the format.
pub(super) fn key(key: &str) -> Step {
    Step { key: key.to_owned(), is_name: false, is_record: false }
}

/// Tables whose keys are names.
const NAMED: [&str; 10] = ["stands", "places", "letters", "options", "answers", "change", "replies", "because", "needs", "checklist"];

/// Reads the values of a record.
pub(super) struct Values<'a> {
    /// Says questions in words.
    pub speaker: &'a Speaker<'a>,
    /// What was read.
    pub facets: Vec<Facet>,
}

impl Values<'_> {
    /// Reads a value at the end of a way, with all that is in it.
    pub fn read(&mut self, path: &[Step], lang: Option<&str>, value: Value) {
        let (last, above) = path.split_last().map_or((key(""), &[] as &[Step]), |(last, above)| (last.clone(), above));
        match value {
            Value::Table(table) if last.key == "covered_by" => {
                let said = table.iter().map(|(by, value)| format!("{}: {}", covered(by), plain(value))).collect::<Vec<_>>().join("; ");
                self.add(path, lang, Is::One(Said { means: said.clone(), said }));
            }
            Value::Table(table) => {
                let named = !last.is_name && NAMED.contains(&last.key.as_str());
                for (own, value) in table {
                    match own.as_str() {
                        "nb" | "nn" | "en" => self.read(path, Some(&own), value),
                        // `text.nb.title` is the title; `text.nb` alone is the text.
                        _ if lang.is_some() && last.key == "text" => self.read(&[above, &[key(&own)]].concat(), lang, value),
                        _ => self.read(&[path, &[Step { is_name: named, is_record: false, key: own }]].concat(), lang, value),
                    }
                }
            }
            Value::Array(values) if values.iter().any(Value::is_table) => {
                // A threshold has one value, and needs no number.
                let only = values.len() == 1 && last.key == "values";
                for (at, value) in values.into_iter().enumerate() {
                    let own = Step { key: name_of(&value, at), is_name: true, is_record: true };
                    if only { self.read(above, lang, value) } else { self.read(&[path, &[own]].concat(), lang, value) }
                }
            }
            Value::Array(values) => {
                let values = values.iter().map(|value| self.said(path, value)).collect();
                self.add(path, lang, Is::Many(values));
            }
            value => {
                let said = self.said(path, &value);
                self.add(path, lang, Is::One(said));
            }
        }
    }

    fn said(&self, path: &[Step], value: &Value) -> Said {
        let means = plain(value);
        let key = path.iter().rev().find(|step| !step.is_name).map_or("", |step| step.key.as_str());
        let question = QUESTIONS.contains(&key).then(|| self.speaker.question_by_id(&means)).flatten();
        Said { said: question.unwrap_or_else(|| means.clone()), means }
    }

    fn add(&mut self, path: &[Step], lang: Option<&str>, is: Is) {
        let keys: Vec<(usize, &str)> = path.iter().filter(|step| !step.is_name).map(|step| label(&step.key)).collect();
        let rank = |key: Option<&(usize, &str)>| key.map_or(0, |(rank, _)| *rank);
        let tongue = ["nb", "nn", "en"].iter().position(|known| lang == Some(*known)).unwrap_or(0);
        let (mut name, mut within) = (String::new(), None);
        for step in path {
            match (name.is_empty(), step.is_name) {
                (true, _) => name.push_str(label(&step.key).1),
                (false, true) => name.push_str(&format!(" {}", step.key)),
                (false, false) => name.push_str(&format!(": {}", label(&step.key).1)),
            }
            if step.is_record && within.is_none() {
                within = Some(name.clone());
            }
        }
        // What the record inside is called by.
        if within.is_some() && path.last().is_some_and(|step| !step.is_name && matches!(step.key.as_str(), "name" | "id" | "number")) {
            return;
        }
        if let Some(lang) = lang {
            name.push_str(&format!(" ({lang})"));
        }
        self.facets.push(Facet { order: (rank(keys.first()), rank(keys.last()), tongue), label: name, within, is });
    }
}

/// What one of several records inside a record is called: by its name, or by its number.
fn name_of(value: &Value, at: usize) -> String {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let name = ["name", "id", "text"].iter().find_map(|key| text(key));
    let number = text("number").map(|number| format!("{number} "));
    match (name, number) {
        (Some(name), number) => format!("{}«{name}»", number.unwrap_or_default()),
        _ => (at + 1).to_string(),
    }
}

/// How a point of a published list is covered.
fn covered(by: &str) -> &str {
    match by {
        "items" => "punkter",
        "questions" => "spørsmål",
        "record_system" => "journalsystemet",
        "letter" => "henvisningsteksten",
        "unknown" => "ukjent",
        other => other,
    }
}

/// A value as people write it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Boolean(yes) => if *yes { "ja" } else { "nei" }.to_owned(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Datetime(day) => day.to_string(),
        Value::Table(table) => table.iter().map(|(key, value)| format!("{key}: {}", plain(value))).collect::<Vec<_>>().join(", "),
    }
}
