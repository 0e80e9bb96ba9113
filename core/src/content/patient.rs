//! Whole patients: `content/cases/*.toml`, and any case file given to the headless commands.

use super::Content;
use super::problem::{Files, Problem};
use super::resolve::question_table;
use crate::answers::{Answers, notation};
use crate::json::Json;
use crate::rulebook::Region;
use crate::summary::Replies;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
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

/// What a case expects of the assessment.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Expected {
    /// At least these rules hold.
    pub holds: Vec<String>,
    /// These fail.
    pub fails: Vec<String>,
    /// These are undecided.
    pub undecided: Vec<String>,
    /// The level.
    pub level: Option<String>,
    /// Exactly what the level needs.
    pub level_needs: Option<Vec<String>>,
    /// The destination, `unknown` while open.
    pub route: Option<String>,
    /// Exactly what the route needs.
    pub route_needs: Option<Vec<String>>,
    /// Exactly what each rule rests on.
    pub because: BTreeMap<String, Vec<String>>,
    /// Exactly what each undecided rule needs.
    pub needs: BTreeMap<String, Vec<String>>,
    /// The states of items.
    pub checklist: BTreeMap<String, String>,
    /// At least this guidance is shown.
    pub guidance: Vec<String>,
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

/// Reads the text of a case file.
pub fn read(name: &str, text: &str, content: &Content) -> Result<Patient, Vec<Problem>> {
    let files = Files { files: vec![(name.to_owned(), text.to_owned())] };
    let mut reader = Reader { files, problems: Vec::new() };
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
    }
    if reader.problems.is_empty() { Ok(patient) } else { Err(reader.problems) }
}

struct Reader {
    files: Files,
    problems: Vec<Problem>,
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
            "expect" => match Expected::deserialize(toml::de::ValueDeserializer::from(value)) {
                Ok(expected) => {
                    self.known_rules(at, &expected, content);
                    patient.expect = Some(expected);
                }
                Err(error) => {
                    self.wrong(error.span().map_or(value_at, |span| span.start), error.message().trim().replace('\n', "; "), None)
                }
            },
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

    fn known_rules(&mut self, at: usize, expected: &Expected, content: &Content) {
        let named = expected
            .holds
            .iter()
            .chain(&expected.fails)
            .chain(&expected.undecided)
            .chain(expected.because.keys())
            .chain(expected.needs.keys());
        for rule in named {
            if !content.rules.iter().any(|one| one.id == *rule) {
                let help = notation::suggest(rule, content.rules.iter().map(|rule| rule.id.as_str()));
                self.wrong(at, format!("unknown rule `{rule}` in [expect]"), help);
            }
        }
    }
}

impl Expected {
    /// What differs between what is expected and an assessment in its JSON form; empty when nothing does.
    #[must_use]
    pub fn differences(&self, assessment: &Json) -> Vec<String> {
        let mut wrong = Vec::new();
        let list = |key: &str| assessment.get(key).and_then(Json::as_list).unwrap_or_default();
        let named = |key: &str, rule: &str| list(key).iter().find(|one| one.get("rule").and_then(|id| id.as_str()) == Some(rule));
        let strings = |value: Option<&Json>| -> Vec<String> {
            value.and_then(Json::as_list).into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
        };
        let state_of = |rule: &str| match (named("findings", rule), named("undecided", rule)) {
            (Some(_), _) => "holds",
            (None, Some(_)) => "undecided",
            (None, None) => "fails",
        };
        for (wanted, rules) in [("holds", &self.holds), ("fails", &self.fails), ("undecided", &self.undecided)] {
            for rule in rules {
                if state_of(rule) != wanted {
                    wrong.push(format!("`{rule}` should be {wanted}, is {}", state_of(rule)));
                }
            }
        }
        let mut same = |what: String, wanted: &[String], came: Vec<String>| {
            if wanted != came {
                wrong.push(format!("{what} should be {wanted:?}, is {came:?}"));
            }
        };
        for (rule, because) in &self.because {
            same(format!("`because` of `{rule}`"), because, strings(named("findings", rule).and_then(|one| one.get("because"))));
        }
        for (rule, needs) in &self.needs {
            same(format!("`needs` of `{rule}`"), needs, strings(named("undecided", rule).and_then(|one| one.get("needs"))));
        }
        for (key, field, wanted, needs) in
            [("level", "is", &self.level, &self.level_needs), ("route", "to", &self.route, &self.route_needs)]
        {
            let part = assessment.get(key);
            if let Some(wanted) = wanted {
                let came = part.and_then(|part| part.get(field)).and_then(|one| one.as_str()).unwrap_or("");
                same(key.to_owned(), std::slice::from_ref(wanted), vec![came.to_owned()]);
            }
            if let Some(needs) = needs {
                same(format!("`needs` of the {key}"), needs, strings(part.and_then(|part| part.get("needs"))));
            }
        }
        for (item, wanted) in &self.checklist {
            let came = list("checklist").iter().find(|one| one.get("item").and_then(|id| id.as_str()) == Some(item));
            let came = came.and_then(|one| one.get("state").and_then(|state| state.as_str()).map(str::to_owned)).unwrap_or_default();
            same(format!("item `{item}`"), std::slice::from_ref(wanted), vec![came]);
        }
        for wanted in &self.guidance {
            if !list("guidance").iter().any(|one| one.get("guidance").and_then(|id| id.as_str()) == Some(wanted)) {
                wrong.push(format!("`{wanted}` should be told, and is not"));
            }
        }
        wrong
    }
}
