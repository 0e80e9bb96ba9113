//! Names become positions. Every name that does not resolve is a problem with a suggestion; nothing stops at the first.

pub(super) mod answers;
mod codes;
mod conditions;
mod coverage;
mod guidance;
mod questions;
mod refusals;
mod regions;
mod rules;

use super::problem::{Files, Place, Problem, place};
use super::raw::{self, Name};
use super::read::{Raw, Record};
use super::{Content, ThresholdContent, texts};
use crate::answers::notation::suggest;
use crate::rulebook::{Basis, Citation, Question, QuestionId, Region, Source, SourceId};
pub(super) use answers::question_table;
use jiff::civil::Date;
use std::ops::Range;

/// The first section, which the page keeps folded.
const DOOR: &str = "start";

/// Resolves everything. The content is there when its skeleton is; it is used only when there are no problems.
pub fn resolve(raw: &Raw) -> (Option<Content>, Vec<Problem>) {
    let mut resolver = Resolver::new(raw);
    let content = resolver.content();
    (content, resolver.problems)
}

pub(super) struct Resolver<'a> {
    pub raw: &'a Raw,
    pub problems: Vec<Problem>,
    pub questions: Vec<Question>,
    pub asked_in: Vec<Option<Vec<Region>>>,
    pub sources: Vec<Source>,
    pub fact_ids: Vec<String>,
    pub thresholds: Vec<ThresholdContent>,
    /// Which question is compared with which threshold.
    pub threshold_uses: Vec<(QuestionId, usize)>,
    pub cases_on: Date,
}

impl<'a> Resolver<'a> {
    fn new(raw: &'a Raw) -> Self {
        Self {
            raw,
            problems: Vec::new(),
            questions: Vec::new(),
            asked_in: Vec::new(),
            sources: Vec::new(),
            fact_ids: Vec::new(),
            thresholds: Vec::new(),
            threshold_uses: Vec::new(),
            cases_on: Date::MIN,
        }
    }

    fn content(&mut self) -> Option<Content> {
        let edition = self.raw.edition.as_ref()?;
        self.cases_on = self.edition_day(edition, "cases_on", &edition.value.cases_on);
        let renew_by = self.edition_day(edition, "renew_by", &edition.value.renew_by);
        let version = format!("{}+{}", edition.value.version, fingerprint(&self.raw.files));
        self.sources();
        let sections = self.ids("section", self.raw.sections.iter().map(|one| (one.file, &one.value.id)));
        if let (Some(first), true) = (self.raw.sections.first(), sections.first().is_none_or(|first| first != DOOR)) {
            let help = format!("put `{DOOR}` first: the page draws the doors for a refusal and a pasted text there");
            self.at(first, format!("the first section is not `{DOOR}`"), Some(help));
        }
        self.questions(&sections);
        self.thresholds();
        self.fact_ids = self.ids("fact", self.raw.facts.iter().map(|one| (one.file, &one.value.id)));
        let facts = self.facts();
        self.asked_in = self.asked_in();
        let (relevance, question_cases) = self.relevance();
        let destinations = self.destinations();
        let level = self.level()?;
        let names: Vec<String> = destinations.iter().map(|one| one.id.clone()).collect();
        let regions = self.regions(&names);
        let rules = self.rules(&regions);
        let coverage = self.coverage(&regions);
        let guidance = self.guidance();
        let lead = self.lead();
        let (codes, also_called, refusals) = (self.codes(), self.also_called(), self.refusals());
        let words = texts::words(self, &version, &rules, &guidance, &regions);
        Some(Content {
            version,
            review: edition.value.review.clone(),
            renew_by,
            cases_on: self.cases_on,
            sections,
            questions: std::mem::take(&mut self.questions),
            asked_in: std::mem::take(&mut self.asked_in),
            relevance,
            question_cases,
            facts,
            level,
            destinations,
            rules,
            guidance,
            lead,
            codes,
            refusals,
            also_called,
            regions,
            coverage,
            thresholds: std::mem::take(&mut self.thresholds),
            threshold_uses: std::mem::take(&mut self.threshold_uses),
            sources: std::mem::take(&mut self.sources),
            valid_until: self.raw.sources.iter().map(|one| one.value.valid_until.as_deref().and_then(|day| day.parse().ok())).collect(),
            words,
        })
    }

    fn edition_day(&mut self, edition: &Record<raw::Edition>, key: &str, written: &str) -> Date {
        written.parse().unwrap_or_else(|_| {
            self.at(edition, format!("`{key}` is `{written}`"), Some("a date such as 2026-11-21".to_owned()));
            Date::MIN
        })
    }

    /// A problem at a name.
    pub fn wrong(&mut self, file: usize, name: &Name, message: String, help: Option<String>) {
        self.wrong_at(file, &name.span(), message, help);
    }

    /// A problem at a span.
    pub fn wrong_at(&mut self, file: usize, span: &Range<usize>, message: String, help: Option<String>) {
        let problem = self.raw.files.problem(&place(file, span), message, help);
        self.problems.push(problem);
    }

    /// A problem with a whole record.
    pub fn at<T>(&mut self, record: &Record<T>, message: String, help: Option<String>) {
        self.wrong_at(record.file, &record.span, message, help);
    }

    /// The ids of a table, each once and kebab-case.
    fn ids<'n>(&mut self, what: &str, names: impl Iterator<Item = (usize, &'n Name)>) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for (file, name) in names {
            let id = name.get_ref();
            if ids.contains(id) {
                self.wrong(file, name, format!("{what} `{id}` is there twice"), Some("ids are unique, and for ever".to_owned()));
            }
            if id.is_empty() || !id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-') {
                self.wrong(file, name, format!("`{id}` is no id"), Some("lower case English words joined by hyphens".to_owned()));
            }
            ids.push(id.clone());
        }
        ids
    }

    /// The position of a name among known ids.
    pub fn find<'k>(&mut self, file: usize, name: &Name, what: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<usize> {
        let found = known.clone().position(|id| id == name.get_ref());
        if found.is_none() {
            let few: Vec<&str> = known.clone().collect();
            let help =
                suggest(name.get_ref(), known).or_else(|| (1..=8).contains(&few.len()).then(|| format!("one of {}", few.join(", "))));
            self.wrong(file, name, format!("unknown {what} `{}`", name.get_ref()), help);
        }
        found
    }

    /// The question of this name.
    pub fn question(&mut self, file: usize, name: &Name) -> Option<QuestionId> {
        let known: Vec<String> = self.questions.iter().map(|question| question.id.clone()).collect();
        self.find(file, name, "question", known.iter().map(String::as_str)).map(QuestionId::at)
    }

    /// Several questions.
    pub fn question_list(&mut self, file: usize, names: &[Name]) -> Vec<QuestionId> {
        names.iter().filter_map(|name| self.question(file, name)).collect()
    }

    /// The citation `source#place`.
    pub fn citation(&mut self, file: usize, name: &Name) -> Option<Citation> {
        let (id, at) = name.get_ref().split_once('#').map_or((name.get_ref().as_str(), None), |(id, at)| (id, Some(at)));
        let known: Vec<String> = self.sources.iter().map(|source| source.id.clone()).collect();
        let Some(position) = known.iter().position(|known| known == id) else {
            let help = suggest(id, known.iter().map(String::as_str));
            self.wrong(file, name, format!("unknown source `{id}`"), help);
            return None;
        };
        let places: Vec<String> =
            self.sources.get(position).map(|source| source.places.iter().map(|(id, _)| id.clone()).collect()).unwrap_or_default();
        let place = match at {
            None => None,
            Some(at) => match places.iter().position(|place| place == at) {
                Some(place) => u16::try_from(place).ok(),
                None => {
                    let help =
                        suggest(at, places.iter().map(String::as_str)).unwrap_or_else(|| format!("add it under [source.places] of `{id}`"));
                    self.wrong(file, name, format!("source `{id}` has no place `{at}`"), Some(help));
                    None
                }
            },
        };
        Some(Citation { source: SourceId::at(position), place })
    }

    /// Several citations.
    pub fn citations(&mut self, file: usize, names: &[Name]) -> Vec<Citation> {
        names.iter().filter_map(|name| self.citation(file, name)).collect()
    }

    /// `stated` or `interpreted`.
    pub fn basis(&mut self, file: usize, name: &Name) -> Basis {
        match self.find(file, name, "basis", ["stated", "interpreted"].into_iter()) {
            Some(0) => Basis::Stated,
            _ => Basis::Interpreted,
        }
    }

    /// A region by id.
    pub fn region(&mut self, file: usize, name: &Name) -> Option<Region> {
        let position = self.find(file, name, "region", Region::ALL.iter().map(|region| region.id()))?;
        Region::ALL.get(position).copied()
    }

    /// A place to remember.
    pub fn place(record_file: usize, span: &Range<usize>) -> Place {
        place(record_file, span)
    }

    fn sources(&mut self) {
        self.ids("source", self.raw.sources.iter().map(|one| (one.file, &one.value.id)));
        for record in &self.raw.sources {
            let one = &record.value;
            self.find(record.file, &one.confidence, "confidence", ["high", "medium", "low"].into_iter());
            for (key, date) in [("checked", &one.checked), ("valid_until", &one.valid_until)] {
                if let Some(date) = date
                    && date.parse::<Date>().is_err()
                {
                    let help = "an ISO date such as \"2026-11-21\", or leave it out: unknown";
                    self.wrong(record.file, &one.id, format!("`{key}` of `{}` is `{date}`", one.id.get_ref()), Some(help.to_owned()));
                }
            }
            self.sources.push(Source {
                id: one.id.get_ref().clone(),
                title: one.title.clone(),
                publisher: one.publisher.clone(),
                dated: one.dated.clone(),
                address: one.address.clone(),
                checked: one.checked.clone(),
                confidence: one.confidence.get_ref().clone(),
                places: one.places.iter().map(|(id, text)| (id.clone(), text.clone())).collect(),
            });
        }
    }

    fn thresholds(&mut self) {
        self.ids("threshold", self.raw.thresholds.iter().map(|one| (one.file, &one.value.id)));
        for record in &self.raw.thresholds {
            for value in &record.value.values {
                if let Some(from) = &value.from
                    && from.parse::<Date>().is_err()
                {
                    self.at(record, format!("`from` is `{from}`"), Some("an ISO date".to_owned()));
                }
            }
            match record.value.values.as_slice() {
                [only] => {
                    let source = self.citation(record.file, &only.source);
                    self.thresholds.push(ThresholdContent {
                        id: record.value.id.get_ref().clone(),
                        about: record.value.about.clone(),
                        value: only.value,
                        from: only.from.clone(),
                        source,
                    });
                }
                _ => self.at(
                    record,
                    format!("threshold `{}` has {} values", record.value.id.get_ref(), record.value.values.len()),
                    Some("exactly one: a rulebook cannot yet change a value on a day".to_owned()),
                ),
            }
        }
    }
}

/// A short fingerprint of all content (FNV-1a, 64 bits): the same files give the same version.
fn fingerprint(files: &Files) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for (name, text) in &files.files {
        for byte in name.bytes().chain([0]).chain(text.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{:08x}", hash >> 32)
}
