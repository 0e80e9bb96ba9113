//! Whole patients: `content/cases/*.toml`, and any case file given to the headless commands.

mod expected;

pub use expected::Expected;

use super::Content;
use super::check::untouched;
use super::problem::{Files, Problem};
use super::resolve::question_table;
use crate::answers::{Answers, notation};
use crate::json::Json;
use crate::rulebook::Region;
use crate::summary::Replies;
use jiff::civil::Date;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A patient: region, day, answers, and what the rulebook should find.
#[derive(Debug, Clone, PartialEq)]
pub struct Patient {
    /// The region, where the file names one.
    pub region: Option<Region>,
    /// The day, where the file names one.
    pub today: Option<Date>,
    /// One sentence on what the case shows.
    pub about: String,
    /// The answers.
    pub answers: Answers,
    /// Replies to findings, by rule id.
    pub replies: Replies,
    /// What it expects, if it is a test.
    pub expect: Option<Expected>,
}

const KEYS: [&str; 7] = ["region", "today", "about", "answers", "replies", "expect", "practice"];

/// Reads a case file. Every problem at once.
pub fn load(path: &Path, content: &Content) -> Result<Patient, Vec<Problem>> {
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => read(&name, &text, content),
        Err(error) => Err(vec![Problem { file: name, line: 1, message: format!("cannot be read: {error}"), help: None }]),
    }
}

/// Every patient in `cases/` of a content folder, by name, or every problem with them.
pub fn load_all(folder: &Path, content: &Content) -> Result<Vec<(String, Patient)>, Vec<Problem>> {
    let (mut patients, mut problems) = (Vec::new(), Vec::new());
    for (name, patient) in load_each(folder, content) {
        match patient {
            Ok(patient) => patients.push((name, patient)),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(patients) } else { Err(problems) }
}

/// Each patient in `cases/` of a content folder, or the problems with that one.
pub fn load_each(folder: &Path, content: &Content) -> Vec<(String, Result<Patient, Vec<Problem>>)> {
    let entries = std::fs::read_dir(folder.join("cases")).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    paths.sort();
    let one = |path: &PathBuf| {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // Told from the project's folder, as all content is.
        let file = format!("content/cases/{name}.toml");
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let mut problems = untouched(&Files { files: vec![(file.clone(), text.clone())] });
        match read(&file, &text, content) {
            Ok(patient) if problems.is_empty() => (name, Ok(patient)),
            read => {
                problems.extend(read.err().unwrap_or_default());
                (name, Err(problems))
            }
        }
    };
    paths.iter().map(one).collect()
}

/// Reads the text of a case file.
pub fn read(name: &str, text: &str, content: &Content) -> Result<Patient, Vec<Problem>> {
    let files = Files { files: vec![(name.to_owned(), text.to_owned())] };
    let mut reader = Reader { files, problems: Vec::new(), named: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        reader.wrong(
            span.start,
            error.message().trim().replace('\n', "; "),
            Some("look for a missing quote, bracket or equals sign".to_owned()),
        );
    }
    let mut patient =
        Patient { region: None, today: None, about: String::new(), answers: Answers::new(), replies: Replies::new(), expect: None };
    if reader.problems.is_empty() {
        for (key, value) in table.into_inner() {
            reader.part(&mut patient, key.span().start, key.get_ref(), value, content);
        }
        // Once the region is known, wherever it is written.
        for (at, message, help) in expected::unknown(&reader.named, content, patient.region) {
            reader.wrong(at, message, help);
        }
    }
    if reader.problems.is_empty() { Ok(patient) } else { Err(reader.problems) }
}

struct Reader {
    files: Files,
    problems: Vec<Problem>,
    /// The rules and guidance that `[expect]` names.
    named: Vec<expected::Named>,
}

impl Reader {
    fn wrong(&mut self, offset: usize, message: String, help: Option<String>) {
        let place = super::problem::Place { file: 0, offset };
        self.problems.push(self.files.problem(&place, message, help));
    }

    fn part(&mut self, patient: &mut Patient, at: usize, key: &str, value: Spanned<DeValue<'_>>, content: &Content) {
        let text = value.get_ref().as_str().map(str::to_owned);
        let value_at = value.span().start;
        match key {
            "region" => match text.as_deref().and_then(Region::from_id) {
                Some(region) => patient.region = Some(region),
                None => {
                    let help = notation::suggest(text.as_deref().unwrap_or(""), Region::ALL.iter().map(|region| region.id()));
                    self.wrong(
                        value_at,
                        format!("unknown region `{}`", text.unwrap_or_default()),
                        help.or(Some("midt, sor-ost, nord or vest".to_owned())),
                    );
                }
            },
            "today" => {
                let written = text.unwrap_or_else(|| value.get_ref().as_datetime().map(ToString::to_string).unwrap_or_default());
                match written.parse() {
                    Ok(date) => patient.today = Some(date),
                    Err(_) => self.wrong(value_at, format!("`today` is `{written}`"), Some("a date such as 2026-11-21".to_owned())),
                }
            }
            "about" => patient.about = text.unwrap_or_default(),
            "answers" => self.answers(patient, value, content),
            "replies" => {
                for (rule, reply) in value.get_ref().as_table().into_iter().flatten() {
                    let known = content.rules.iter().map(|rule| rule.id.as_str());
                    if content.rules.iter().any(|one| one.id == *rule.get_ref()) {
                        patient.replies.insert(rule.get_ref().to_string(), reply.get_ref().as_str().unwrap_or("").to_owned());
                    } else {
                        self.wrong(
                            rule.span().start,
                            format!("unknown rule `{}`", rule.get_ref()),
                            notation::suggest(rule.get_ref(), known),
                        );
                    }
                }
            }
            "expect" => {
                self.named = expected::named(value.get_ref());
                match Expected::deserialize(toml::de::ValueDeserializer::from(value)) {
                    Ok(expected) => patient.expect = Some(expected),
                    Err(error) => {
                        self.wrong(error.span().map_or(value_at, |span| span.start), error.message().trim().replace('\n', "; "), None)
                    }
                }
            }
            // Read by `learn` mode.
            "practice" => {}
            _ => self.wrong(at, format!("unknown key `{key}`"), notation::suggest(key, KEYS.into_iter())),
        }
    }

    /// Every answer on its own, so that each problem has its own line.
    fn answers(&mut self, patient: &mut Patient, value: Spanned<DeValue<'_>>, content: &Content) {
        let table = question_table(&content.questions);
        let at = value.span().start;
        let DeValue::Table(answers) = value.into_inner() else {
            return self.wrong(at, "`answers` is no table".to_owned(), Some("[answers], then one line a question".to_owned()));
        };
        let mut entries: Vec<_> = answers.into_iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            let at = key.span().start;
            let plain = toml::Value::deserialize(toml::de::ValueDeserializer::from(value));
            let Ok(written) = plain.map_err(|_| ()).and_then(|plain| serde_json::to_value(plain).map_err(|_| ())) else { continue };
            let one = [(key.get_ref().to_string(), Json::from(written))];
            let (read, problems) = notation::read(&table, &one);
            for (question, answer) in read.iter() {
                patient.answers.set(question, answer.clone());
            }
            for problem in problems {
                self.wrong(at, problem.message, problem.help);
            }
        }
    }
}
