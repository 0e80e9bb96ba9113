//! Records that still are as the templates have them: pasted, and not written.
//!
//! The placeholders are read from the templates themselves: every text of theirs, and every id with `my` in it. So no text of a
//! template may be one that a real record could have.

use super::super::problem::{Files, Problem, place};
use super::super::written::{Written, owner, strings};
use std::collections::BTreeMap;

/// The templates, by name.
const TEMPLATES: [(&str, &str); 11] = [
    ("rule", include_str!("../../../../content/templates/rule.toml")),
    ("missing-rule", include_str!("../../../../content/templates/missing-rule.toml")),
    ("fact", include_str!("../../../../content/templates/fact.toml")),
    ("item", include_str!("../../../../content/templates/item.toml")),
    ("question", include_str!("../../../../content/templates/question.toml")),
    ("source", include_str!("../../../../content/templates/source.toml")),
    ("region", include_str!("../../../../content/templates/region.toml")),
    ("guidance", include_str!("../../../../content/templates/guidance.toml")),
    ("destination", include_str!("../../../../content/templates/destination.toml")),
    ("coverage", include_str!("../../../../content/templates/coverage.toml")),
    ("case", include_str!("../../../../content/templates/case.toml")),
];

/// Keys whose value is written by the author in words, beside all that stands in a language.
const IN_WORDS: [&str; 8] = ["about", "reason", "note", "title", "publisher", "electronic", "post", "telephone"];

/// Every record with something of a template left in it, told once, where the first of it stands.
pub fn untouched(files: &Files) -> Vec<Problem> {
    let placeholders = placeholders();
    let mut problems = Vec::new();
    for (file, (name, text)) in files.files.iter().enumerate().filter(|(_, (name, _))| !name.starts_with("content/ui/")) {
        let written = strings(text);
        let mut records: BTreeMap<&[String], Vec<(&Written, &str)>> = BTreeMap::new();
        for one in written.iter().filter(|one| is_authors_own(one)) {
            if let Some(template) = placeholders.get(one.text.as_str()) {
                records.entry(record(one)).or_default().push((one, template));
            }
        }
        for left in records.into_values() {
            let Some((first, template)) = left.iter().min_by_key(|(one, _)| one.span.start) else { continue };
            let mut keys: Vec<&str> = left.iter().map(|(one, _)| key(one)).collect();
            keys.sort_unstable();
            keys.dedup();
            let of = owner(&written, &first.path).map_or_else(|| name.clone(), |id| format!("`{id}`"));
            let message = format!("{of} still has the words of templates/{template}.toml: {}", keys.join(", "));
            let help = "write its own in their place, in all three languages; or take the record out";
            problems.push(files.problem(&place(file, &first.span), message, Some(help.to_owned())));
        }
    }
    problems
}

/// Every placeholder, with the template it stands in.
fn placeholders() -> BTreeMap<String, &'static str> {
    let mut all = BTreeMap::new();
    for (template, text) in TEMPLATES {
        for one in strings(text).into_iter().filter(is_authors_own) {
            let is_id = key(&one) == "id";
            if !is_id || one.text.split('-').any(|part| part == "my") {
                all.insert(one.text, template);
            }
        }
    }
    all
}

/// Whether the author writes it: an id, or words. Not what is chosen among what is there (questions, sources, kinds).
fn is_authors_own(one: &Written) -> bool {
    let in_a_language = one.path.iter().any(|key| matches!(key.as_str(), "nb" | "nn" | "en"));
    let point = one.path.first().is_some_and(|heading| heading == "list") && key(one) == "text";
    in_a_language || point || key(one) == "id" || IN_WORDS.contains(&key(one))
}

/// What it is called in its record: `title` of `rule.3.text.nb.title`, `text` of `item.2.text.nb`.
fn key(one: &Written) -> &str {
    let is_name = |key: &&String| key.parse::<usize>().is_err() && !matches!(key.as_str(), "nb" | "nn" | "en");
    one.path.iter().rev().find(is_name).map_or("", String::as_str)
}

/// The way to the record it stands in: the heading, with its number where there are several.
fn record(one: &Written) -> &[String] {
    let numbered = one.path.get(1).is_some_and(|part| part.parse::<usize>().is_ok());
    one.path.get(..if numbered { 2 } else { 1 }).unwrap_or_default()
}
