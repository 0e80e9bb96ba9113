//! Reads the files: syntax, known keys and the shape of every record. All problems, not only the first.

use super::problem::{Files, Problem, place};
use super::raw;
use crate::answers::notation::suggest;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// A record with its place.
#[derive(Debug, Clone)]
pub struct Record<T> {
    /// Which file.
    pub file: usize,
    /// Where in it.
    pub span: Range<usize>,
    /// The record.
    pub value: T,
}

/// Everything read, nothing trusted.
#[derive(Debug, Default)]
pub struct Raw {
    pub files: Files,
    pub edition: Option<Record<raw::Edition>>,
    pub sections: Vec<Record<raw::Section>>,
    pub questions: Vec<Record<raw::Question>>,
    pub sources: Vec<Record<raw::Source>>,
    pub thresholds: Vec<Record<raw::Threshold>>,
    pub facts: Vec<Record<raw::Fact>>,
    pub rules: Vec<Record<raw::Rule>>,
    pub level: Vec<Record<raw::Level>>,
    pub guidance: Vec<Record<raw::Guidance>>,
    pub codes: Vec<Record<raw::Code>>,
    /// What codes are also called.
    pub also_called: Vec<Record<raw::AlsoCalled>>,
    /// What a refusal leads to.
    pub refusals: Vec<Record<raw::Refusal>>,
    pub destinations: Vec<Record<raw::Destination>>,
    pub layouts: Vec<Record<raw::Layout>>,
    /// What stands first in them.
    pub lead: Option<Record<raw::Lead>>,
    pub regions: Vec<RawRegion>,
    /// `coverage/*.toml`: file, name without ending, lists.
    pub coverage: Vec<(usize, String, Vec<Record<raw::CoverageList>>)>,
    /// `nynorsk.toml`: the texts that are good in both written forms of Norwegian.
    pub same_in_nynorsk: Option<Record<Vec<raw::Name>>>,
    pub ui: BTreeMap<String, Record<BTreeMap<raw::Name, String>>>,
}

/// A region's file.
#[derive(Debug, Default)]
pub struct RawRegion {
    pub file: usize,
    pub region: Option<Record<raw::Region>>,
    pub items: Vec<Record<raw::Item>>,
    pub routes: Vec<Record<raw::Route>>,
    pub differs: Vec<Record<raw::Differs>>,
    /// Positions in `Raw::rules` of the rules written in this file.
    pub rules: Vec<usize>,
}

/// Reads a content folder.
pub fn read(folder: &Path) -> (Raw, Vec<Problem>) {
    let mut reader = Reader { raw: Raw::default(), problems: Vec::new() };
    for name in ["rulebook.toml", "sources.toml", "questions.toml", "layouts.toml", "codes.toml", "refusals.toml"] {
        reader.file(folder, name);
    }
    // Without it, no text may be the same.
    if folder.join("nynorsk.toml").exists() {
        reader.file(folder, "nynorsk.toml");
    }
    for part in ["national", "regions", "guidance"] {
        for name in names_in(&folder.join(part)) {
            reader.file(folder, &format!("{part}/{name}"));
        }
    }
    for name in names_in(&folder.join("coverage")) {
        reader.coverage(folder, &name);
    }
    for lang in ["nb", "nn", "en"] {
        reader.ui(folder, lang);
    }
    (reader.raw, reader.problems)
}

/// What is wrong with the shape of one file, read as if it stood at this path of the content folder. Names are not looked up.
#[must_use]
pub fn shape(path: &str, text: &str) -> Vec<Problem> {
    let mut reader = Reader { raw: Raw::default(), problems: Vec::new() };
    reader.raw.files.files.push((format!("content/{path}"), text.to_owned()));
    match path.strip_prefix("coverage/") {
        Some(name) => reader.lists_of(0, text, name),
        None => reader.records_of(0, text, path),
    }
    reader.problems
}

/// The TOML files of a folder by name, so that the order never depends on the machine.
fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".toml") && !name.starts_with('_'))
        .collect();
    names.sort();
    names
}

struct Reader {
    raw: Raw,
    problems: Vec<Problem>,
}

impl Reader {
    fn text(&mut self, folder: &Path, name: &str) -> (usize, String) {
        let file = self.raw.files.files.len();
        let shown = format!("content/{name}");
        match std::fs::read_to_string(folder.join(name)) {
            Ok(text) => {
                self.raw.files.files.push((shown, text.clone()));
                (file, text)
            }
            Err(error) => {
                self.raw.files.files.push((shown.clone(), String::new()));
                let message = format!("cannot be read: {error}");
                self.problems.push(Problem { file: shown, line: 1, message, help: None });
                (file, String::new())
            }
        }
    }

    fn problem(&mut self, file: usize, span: &Range<usize>, message: String, help: Option<String>) {
        let problem = self.raw.files.problem(&place(file, span), message, help);
        self.problems.push(problem);
    }

    /// What the TOML library says, with the remedy it does not give.
    fn misread(&mut self, file: usize, span: &Range<usize>, said: &str) {
        let message = said.trim().replace('\n', "; ");
        let help = remedy(&message);
        self.problem(file, span, message, Some(help));
    }

    fn record<'de, T: Deserialize<'de>>(&mut self, file: usize, value: Spanned<DeValue<'de>>) -> Option<Record<T>> {
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(Record { file, span, value }),
            Err(error) => {
                let at = error.span().unwrap_or(span);
                self.misread(file, &at, error.message());
                None
            }
        }
    }

    fn records<'de, T: Deserialize<'de>>(&mut self, file: usize, value: Spanned<DeValue<'de>>) -> Vec<Record<T>> {
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(values) => values.into_iter().filter_map(|value| self.record(file, value)).collect(),
            other => {
                let message = format!("this is a {}, not a list of records", other.type_str());
                self.problem(file, &span, message, Some("write the heading in double brackets: [[…]]".to_owned()));
                Vec::new()
            }
        }
    }

    fn file(&mut self, folder: &Path, name: &str) {
        let (file, text) = self.text(folder, name);
        self.records_of(file, &text, name);
    }

    fn records_of(&mut self, file: usize, text: &str, name: &str) {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            self.misread(file, &error.span().unwrap_or(0..0), error.message());
        }
        let is_region = name.starts_with("regions/");
        let mut region = RawRegion { file, ..RawRegion::default() };
        let mut edition = serde_json::Map::new();
        let mut edition_span = None;
        for (key, value) in table.into_inner() {
            let span = key.span();
            match (key.into_inner().as_ref(), is_region) {
                (key @ ("version" | "review" | "renew_by" | "cases_on"), false) if name == "rulebook.toml" => {
                    let text = value.get_ref().as_str().unwrap_or("").to_owned();
                    edition.insert(key.to_owned(), text.into());
                    edition_span.get_or_insert(span);
                }
                ("same", false) if name == "nynorsk.toml" => self.raw.same_in_nynorsk = self.record(file, value),
                ("section", false) => self.raw.sections = self.records(file, value),
                ("question", false) => self.raw.questions = self.records(file, value),
                ("source", false) => self.raw.sources = self.records(file, value),
                ("layout", false) => self.raw.layouts = self.records(file, value),
                ("lead", false) => self.raw.lead = self.record(file, value),
                ("code", false) => self.raw.codes = self.records(file, value),
                ("refusal", false) => self.raw.refusals = self.records(file, value),
                ("also-called", false) => self.raw.also_called = self.records(file, value),
                ("threshold", false) => {
                    let mut more = self.records(file, value);
                    self.raw.thresholds.append(&mut more);
                }
                ("fact", false) => {
                    let mut more = self.records(file, value);
                    self.raw.facts.append(&mut more);
                }
                ("guidance", false) => {
                    let mut more = self.records(file, value);
                    self.raw.guidance.append(&mut more);
                }
                ("destination", false) => {
                    let mut more = self.records(file, value);
                    self.raw.destinations.append(&mut more);
                }
                ("level", false) => {
                    let level = self.record(file, value);
                    self.raw.level.extend(level);
                }
                ("rule", _) => {
                    let mut more = self.records(file, value);
                    if is_region {
                        region.rules = (self.raw.rules.len()..self.raw.rules.len() + more.len()).collect();
                    }
                    self.raw.rules.append(&mut more);
                }
                ("region", true) => region.region = self.record(file, value),
                ("item", true) => region.items = self.records(file, value),
                ("route", true) => region.routes = self.records(file, value),
                ("differs", true) => region.differs = self.records(file, value),
                (other, _) => {
                    let known = if is_region {
                        "region, item, route, differs, rule"
                    } else {
                        "section, question, source, layout, threshold, fact, rule, level, guidance, destination, code"
                    };
                    self.problem(file, &span, format!("unknown heading `{other}` in this file"), Some(format!("one of {known}")));
                }
            }
        }
        if name == "rulebook.toml" {
            let span = edition_span.unwrap_or(0..0);
            match raw::Edition::deserialize(serde_json::Value::Object(edition)) {
                Ok(value) => self.raw.edition = Some(Record { file, span, value }),
                Err(error) => self.problem(file, &span, error.to_string(), Some("version, review and cases_on, in quotes".to_owned())),
            }
        }
        if is_region {
            self.raw.regions.push(region);
        }
    }

    fn coverage(&mut self, folder: &Path, name: &str) {
        let (file, text) = self.text(folder, &format!("coverage/{name}"));
        self.lists_of(file, &text, name);
    }

    fn lists_of(&mut self, file: usize, text: &str, name: &str) {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            self.misread(file, &error.span().unwrap_or(0..0), error.message());
        }
        let mut lists = Vec::new();
        for (key, value) in table.into_inner() {
            let span = key.span();
            match key.get_ref().as_ref() {
                "list" => lists = self.records(file, value),
                other => self.problem(
                    file,
                    &span,
                    format!("unknown heading `{other}` in this file"),
                    Some("[[list]] with [[list.point]]".to_owned()),
                ),
            }
        }
        self.raw.coverage.push((file, name.trim_end_matches(".toml").to_owned(), lists));
    }

    fn ui(&mut self, folder: &Path, lang: &str) {
        let (file, text) = self.text(folder, &format!("ui/{lang}.toml"));
        let (table, errors) = DeTable::parse_recoverable(&text);
        for error in errors {
            self.misread(file, &error.span().unwrap_or(0..0), error.message());
        }
        let span = table.span();
        let mut texts = BTreeMap::new();
        for (key, value) in table.into_inner() {
            let key_span = key.span();
            match value.get_ref().as_str() {
                Some(text) => {
                    texts.insert(raw::Spanned::new(key_span, key.into_inner().into_owned()), text.to_owned());
                }
                None => self.problem(file, &key_span, "not a text".to_owned(), Some("key = \"text\"".to_owned())),
            }
        }
        self.raw.ui.insert(lang.to_owned(), Record { file, span, value: texts });
    }
}

/// What to do about a message of the TOML library: "unknown field `statsu`, expected one of `id`, `kind`, …".
fn remedy(message: &str) -> String {
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match names.split_first() {
        Some((written, known)) if message.starts_with("unknown field") => {
            suggest(written, known.iter().copied()).unwrap_or_else(|| format!("one of {}", known.join(", ")))
        }
        Some((missing, _)) if message.starts_with("missing field") => format!("add `{missing}` to this record"),
        _ if message.starts_with("invalid type") => {
            "look at how the same key is written in another record; texts stand in quotes, days and numbers do not".to_owned()
        }
        _ => "look for a missing quote, bracket or equals sign on this line or the one before".to_owned(),
    }
}
