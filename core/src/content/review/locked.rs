//! One reviewed rule as `content/review.lock` keeps it.

use super::{Review, whole};
use crate::content::grounds::{Ground, Grounds};
use crate::content::meaning::fingerprint;
use crate::content::sentence::Speaker;
use crate::content::{Content, RuleContent};
use serde::Deserialize;

/// What the file holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lock {
    #[serde(default)]
    pub reviewed: Vec<Locked>,
}

/// One reviewed rule: whose review, the fingerprints that decide whether it has changed, and the parts that tell what has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Locked {
    pub rule: String,
    pub by: String,
    pub on: String,
    condition: String,
    stands: String,
    thresholds: String,
    sources: String,
    #[serde(default)]
    part: Vec<LockedPart>,
}

/// A part of what was reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct LockedPart {
    name: String,
    /// The fingerprint of what it means.
    meaning: String,
    /// What it said, for people.
    said: String,
}

/// A part that is not as it was reviewed.
pub(super) struct Change<'a> {
    /// What it is called.
    pub name: &'a str,
    reviewed: Option<&'a LockedPart>,
    now: Option<&'a LockedPart>,
}

impl Change<'_> {
    /// What it said, and what it says now; nothing when the lock kept nothing of it.
    pub fn said(&self) -> Option<String> {
        let said = |part: Option<&LockedPart>| part.map_or_else(|| "nothing".to_owned(), |part| format!("«{}»", part.said));
        let mut name = self.name.chars();
        let name = name.next().map(|first| first.to_uppercase().chain(name).collect::<String>()).unwrap_or_default();
        (self.reviewed.is_some() || self.now.is_some())
            .then(|| format!("{name}, reviewed: {} Now: {}", said(self.reviewed), said(self.now)))
    }
}

impl Locked {
    /// The rule as it is now, under this review.
    pub fn of(content: &Content, speaker: &Speaker<'_>, rule: &RuleContent, review: &Review) -> Self {
        let (condition, thresholds) = whole::condition(content, rule);
        let (stands, sources) = (whole::stands(rule), whole::sources(content, rule));
        let part = |name: String, meaning: &str, said: &str| LockedPart { name, meaning: fingerprint(meaning), said: said.to_owned() };
        let grounds = Grounds::of_rule(content, speaker, rule, None);
        // Which answers a question takes is no part of the review.
        let grounds = grounds.iter().filter(|one| !matches!(one.ground, Ground::Answers(_)));
        let mut parts: Vec<LockedPart> = grounds.map(|one| part(one.ground.in_english(), &one.meaning, &one.said)).collect();
        parts.push(part(STANDS.to_owned(), &stands, stands.trim_end_matches("; ")));
        parts.push(part(SOURCES.to_owned(), &sources, sources.trim_end_matches("; ")));
        Self {
            rule: rule.id.clone(),
            by: review.by.clone(),
            on: review.on.to_string(),
            condition: fingerprint(&condition),
            stands: fingerprint(&stands),
            thresholds: fingerprint(&thresholds),
            sources: fingerprint(&sources),
            part: parts,
        }
    }

    /// Whether it is the same person, on the same day, of the same rule.
    pub fn same_review(&self, other: &Self) -> bool {
        (&self.rule, &self.by, &self.on) == (&other.rule, &other.by, &other.on)
    }

    /// What differs from what was reviewed. A part alone changes nothing: a fact by another name says the same.
    pub fn changed<'a>(&'a self, reviewed: &'a Self) -> Vec<Change<'a>> {
        let condition = self.condition != reviewed.condition || self.thresholds != reviewed.thresholds;
        let differs = |name: &str| match name {
            STANDS => self.stands != reviewed.stands,
            SOURCES => self.sources != reviewed.sources,
            _ => condition,
        };
        let find = |parts: &'a [LockedPart], name: &str| parts.iter().find(|part| part.name == name);
        let gone = reviewed.part.iter().filter(|part| find(&self.part, &part.name).is_none());
        let names = self.part.iter().chain(gone).map(|part| part.name.as_str()).filter(|name| differs(name));
        let all = names.map(|name| Change { name, reviewed: find(&reviewed.part, name), now: find(&self.part, name) });
        let mut changed: Vec<Change<'_>> =
            all.filter(|one| one.reviewed.map(|part| &part.meaning) != one.now.map(|part| &part.meaning)).collect();
        if condition && !changed.iter().any(|one| one.name != STANDS && one.name != SOURCES) {
            changed.insert(0, Change { name: "the condition", reviewed: None, now: None });
        }
        changed
    }

    /// As the file has it.
    pub fn written(&self) -> String {
        let keys = [
            ("rule", &self.rule),
            ("by", &self.by),
            ("on", &self.on),
            ("condition", &self.condition),
            ("stands", &self.stands),
            ("thresholds", &self.thresholds),
            ("sources", &self.sources),
        ];
        let lines =
            |keys: &[(&str, &String)]| -> String { keys.iter().map(|(key, value)| format!("{key} = {}\n", quoted(value))).collect() };
        let part = |part: &LockedPart| {
            format!("[[reviewed.part]]\n{}", lines(&[("name", &part.name), ("meaning", &part.meaning), ("said", &part.said)]))
        };
        format!("\n[[reviewed]]\n{}{}", lines(&keys), self.part.iter().map(part).collect::<String>())
    }
}

/// The parts that are not of the condition.
const STANDS: &str = "where it stands";
const SOURCES: &str = "the sources";

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
