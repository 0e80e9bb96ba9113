//! The texts of a content file as they are written: every string with its place, whatever record it stands in.
//!
//! Checks that hold for all content alike (the three languages, the sources that are cited) read this instead of the records,
//! so that a new kind of record is checked from its first day.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A string of a file, with the way to it.
#[derive(Debug, Clone)]
pub struct Written {
    /// The keys on the way; the place in a list is its number from one.
    pub path: Vec<String>,
    /// Where the string stands.
    pub span: Range<usize>,
    /// The string.
    pub text: String,
}

/// Every string of a file, in the order of the keys. A file that is no TOML has none.
pub fn strings(file: &str) -> Vec<Written> {
    let (table, _) = DeTable::parse_recoverable(file);
    let mut found = Vec::new();
    in_table(table.into_inner(), &[], &mut found);
    found
}

fn in_table(table: DeTable<'_>, path: &[String], found: &mut Vec<Written>) {
    for (key, value) in table {
        in_value(value, &[path, &[key.get_ref().to_string()]].concat(), found);
    }
}

fn in_value(value: Spanned<DeValue<'_>>, path: &[String], found: &mut Vec<Written>) {
    let span = value.span();
    match value.into_inner() {
        DeValue::String(text) => found.push(Written { path: path.to_vec(), span, text: text.into_owned() }),
        DeValue::Array(values) => {
            for (at, value) in values.into_iter().enumerate() {
                in_value(value, &[path, &[(at + 1).to_string()]].concat(), found);
            }
        }
        DeValue::Table(table) => in_table(table, path, found),
        _ => {}
    }
}

/// What the record is called that a string stands in: the nearest `id`, `rule`, `name` or `to` on the way to it.
pub fn owner<'a>(strings: &'a [Written], path: &[String]) -> Option<&'a str> {
    (0..path.len()).rev().find_map(|length| {
        let above = path.get(..length)?;
        ["id", "rule", "to"].iter().find_map(|key| {
            let named = |one: &&Written| {
                one.path.len() == length + 1 && one.path.starts_with(above) && one.path.last().is_some_and(|last| last == key)
            };
            strings.iter().find(named).map(|one| one.text.as_str())
        })
    })
}
