//! The review lock: what each named clinician reviewed, so that a reviewed rule cannot change unnoticed.
//!
//! `content/review.lock` keeps a fingerprint of the condition (by meaning: facts, relevance and numbers put in, order of no
//! matter), of where the rule stands and on what, of the thresholds, and of the sources. Words may be mended freely.

use super::condition::{Condition, Guarded, Subject, Test};
use super::problem::{Files, Problem};
use super::sentence::Speaker;
use super::{Content, RuleContent, TestContent};
use crate::rulebook::classes::Predicate;
use crate::rulebook::{Citation, QuestionId};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;

/// A clinical review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Name and role.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// What the file holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lock {
    #[serde(default)]
    reviewed: Vec<Locked>,
}

/// One reviewed rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Locked {
    rule: String,
    by: String,
    on: String,
    condition: String,
    stands: String,
    thresholds: String,
    sources: String,
    /// The condition as it was read, for people.
    said: String,
}

impl Locked {
    fn of(content: &Content, rule: &RuleContent, review: &Review) -> Self {
        Self {
            rule: rule.id.clone(),
            by: review.by.clone(),
            on: review.on.to_string(),
            condition: fingerprint(&condition_of(content, rule)),
            stands: fingerprint(&stands_of(rule)),
            thresholds: fingerprint(&thresholds_of(content, rule)),
            sources: fingerprint(&sources_of(content, rule)),
            said: Speaker::new(content).rule(&rule.test, None, None),
        }
    }

    fn same_review(&self, other: &Self) -> bool {
        (&self.rule, &self.by, &self.on) == (&other.rule, &other.by, &other.on)
    }

    /// What differs from what was reviewed.
    fn changed(&self, reviewed: &Self) -> Vec<&'static str> {
        let parts = [
            ("the condition", self.condition != reviewed.condition),
            ("where it stands", self.stands != reviewed.stands),
            ("a threshold", self.thresholds != reviewed.thresholds),
            ("the sources", self.sources != reviewed.sources),
        ];
        parts.into_iter().filter(|(_, changed)| *changed).map(|(part, _)| part).collect()
    }
}

/// Every reviewed rule that is not as it was reviewed, and every review that is not locked.
pub(super) fn check(content: &Content, files: &Files, lock: &str) -> Vec<Problem> {
    let (lock, mut problems) = read(lock);
    for rule in &content.rules {
        let mut wrong = |message: String, help: &str| problems.push(files.problem(&rule.place, message, Some(help.to_owned())));
        let Some(review) = &rule.review else { continue };
        let now = Locked::of(content, rule, review);
        match lock.iter().find(|one| one.same_review(&now)) {
            Some(reviewed) => problems.extend(differs(content, files, rule, &now, reviewed)),
            None => {
                wrong(format!("the review of `{}` is not locked", rule.id), "cargo xtask review-lock, in the same commit as the review")
            }
        }
    }
    for one in lock.iter().filter(|one| !content.rules.iter().any(|rule| rule.id == one.rule && rule.review.is_some())) {
        let message = format!("`{}` is locked as reviewed by {} on {}, and has no review", one.rule, one.by, one.on);
        let help = "put its [rule.review] back, or run cargo xtask review-lock when it was taken out on purpose";
        problems.push(in_lock(message, help));
    }
    problems
}

fn differs(content: &Content, files: &Files, rule: &RuleContent, now: &Locked, reviewed: &Locked) -> Option<Problem> {
    let changed = now.changed(reviewed);
    if changed.is_empty() {
        return None;
    }
    let said = if changed.contains(&"the condition") {
        let condition = Speaker::new(content).rule(&rule.test, None, None);
        format!(". Reviewed: «{}» Now: «{condition}»", reviewed.said)
    } else {
        String::new()
    };
    let message =
        format!("`{}` is not as {} reviewed it on {}: {} changed{said}", rule.id, reviewed.by, reviewed.on, changed.join(" and "));
    let help =
        "undo the change, or have the rule reviewed again and write the new name and day in [rule.review]; to go on without, remove it";
    Some(files.problem(&rule.place, message, Some(help.to_owned())))
}

/// The lock as it should be now. A rule changed since its review cannot be locked again under the same review.
pub(super) fn renewed(content: &Content, files: &Files, old: &str) -> Result<String, Vec<Problem>> {
    let (old, mut problems) = read(old);
    let mut text = "# Hva hver navngitt kliniker har gjennomgått. Laget av `cargo xtask review-lock`; endres aldri for hånd.\n".to_owned();
    for rule in &content.rules {
        let Some(review) = &rule.review else { continue };
        let now = Locked::of(content, rule, review);
        let known = old.iter().find(|one| one.same_review(&now));
        problems.extend(known.and_then(|known| differs(content, files, rule, &now, known)));
        text.push_str(&written(known.unwrap_or(&now)));
    }
    if problems.is_empty() { Ok(text) } else { Err(problems) }
}

fn written(one: &Locked) -> String {
    let keys = [
        ("rule", &one.rule),
        ("by", &one.by),
        ("on", &one.on),
        ("condition", &one.condition),
        ("stands", &one.stands),
        ("thresholds", &one.thresholds),
        ("sources", &one.sources),
        ("said", &one.said),
    ];
    let lines: Vec<String> = keys.iter().map(|(key, value)| format!("{key} = {}\n", quoted(value))).collect();
    format!("\n[[reviewed]]\n{}", lines.concat())
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

fn read(lock: &str) -> (Vec<Locked>, Vec<Problem>) {
    match toml::from_str::<Lock>(lock) {
        Ok(lock) => (lock.reviewed, Vec::new()),
        Err(error) => (
            Vec::new(),
            vec![in_lock(format!("cannot be read: {}", error.message()), "take it back from git; it is never written by hand")],
        ),
    }
}

fn in_lock(message: String, help: &str) -> Problem {
    Problem { file: "content/review.lock".to_owned(), line: 1, message, help: Some(help.to_owned()) }
}

/// The condition of a rule with everything it rests on put in: the same text exactly when nothing it says has changed.
#[must_use]
pub fn condition_of(content: &Content, rule: &RuleContent) -> String {
    let mut read = BTreeSet::new();
    let mut parts: Vec<String> = Vec::new();
    match &rule.test {
        TestContent::When(national) => parts.push(format!("when {}", guarded(content, national, &mut read))),
        TestContent::Item { item, missing, vague } => {
            parts.push(format!("item {item} missing {missing} vague {vague}"));
            for (region, of_region) in content.regions.iter().filter(|(region, _)| rule.stands.contains_key(region)) {
                for one in of_region.items.iter().filter(|one| one.id == *item) {
                    read.extend(one.questions.iter().copied());
                    let asked: Vec<&str> = one.questions.iter().map(|id| name(content, *id)).collect();
                    let relevant = guarded(content, &one.relevant, &mut read);
                    parts.push(format!("{} all {} of {} relevant {relevant}", region.id(), one.all, asked.join(",")));
                }
            }
        }
    }
    for (region, standing) in &rule.stands {
        parts.extend(standing.differs.iter().map(|own| format!("{} {}", region.id(), guarded(content, own, &mut read))));
    }
    // When a question is asked is part of what a test on it means, and so on inwards.
    let mut done = BTreeSet::new();
    while let Some(question) = read.iter().find(|id| !done.contains(*id)).copied() {
        done.insert(question);
        if let Some(Some(relevant)) = content.relevance.get(question.index()) {
            let relevant = guarded(content, relevant, &mut read);
            parts.push(format!("{} asked when {relevant}", name(content, question)));
        }
        if let Some(Some(regions)) = content.asked_in.get(question.index()) {
            let mut regions: Vec<&str> = regions.iter().map(|region| region.id()).collect();
            regions.sort_unstable();
            parts.push(format!("{} asked in {}", name(content, question), regions.join(",")));
        }
    }
    // In whatever order it is written.
    parts.sort();
    parts.join("\n")
}

fn name(content: &Content, question: QuestionId) -> &str {
    content.questions.get(question.index()).map_or("", |question| question.id.as_str())
}

fn guarded(content: &Content, guarded: &Guarded, read: &mut BTreeSet<QuestionId>) -> String {
    format!("{} unless {}", condition(content, &guarded.when, read), condition(content, &guarded.unless, read))
}

fn condition(content: &Content, condition: &Condition, read: &mut BTreeSet<QuestionId>) -> String {
    let mut sorted = |tests: &[Test]| {
        let mut tests: Vec<String> = tests.iter().map(|one| test(content, one, read)).collect();
        tests.sort();
        tests.join("; ")
    };
    // A single test means the same in `all` and in `any`.
    match (condition.all.as_slice(), condition.any.as_slice()) {
        ([], [only]) => format!("all({})", sorted(std::slice::from_ref(only))),
        (all, any) => format!("all({}) any({})", sorted(all), sorted(any)).replace(" any()", ""),
    }
}

fn test(content: &Content, test: &Test, read: &mut BTreeSet<QuestionId>) -> String {
    let not = if test.negated { "not " } else { "" };
    match &test.subject {
        Subject::Question { question, predicate, kept } => {
            read.insert(*question);
            format!("{not}{}{} {}", name(content, *question), if *kept { " kept" } else { "" }, said(content, *question, predicate))
        }
        Subject::Fact(fact) => {
            let inner = content.facts.get(*fact).map_or_else(String::new, |fact| guarded(content, &fact.condition, read));
            format!("{not}({inner})")
        }
        Subject::Level(level) => {
            let table = &content.level;
            let factors = [table.competence].into_iter().chain(table.specialist.iter().copied()).chain(table.municipal.iter().copied());
            read.extend(factors);
            let ids = |ids: &[QuestionId]| ids.iter().map(|id| name(content, *id)).collect::<Vec<_>>().join(",");
            let rows: Vec<String> = table.rows.iter().map(|row| format!("{row:?}")).collect();
            let (specialist, municipal) = (ids(&table.specialist), ids(&table.municipal));
            format!("{not}level {} of {} | {specialist} | {municipal} | {}", level.id(), name(content, table.competence), rows.join(" "))
        }
    }
}

fn said(content: &Content, question: QuestionId, predicate: &Predicate) -> String {
    let names = |options: &[crate::rulebook::OptionId]| {
        let mut names = content.option_names(question, options);
        names.sort_unstable();
        names.join(",")
    };
    match predicate {
        Predicate::OneOf(options) => format!("one of {}", names(options)),
        Predicate::Includes(options) => format!("includes {}", names(options)),
        Predicate::Only(options) => format!("only {}", names(options)),
        Predicate::Exactly(option) => format!("exactly {}", names(std::slice::from_ref(option))),
        other => format!("{other:?}"),
    }
}

/// Where and since when it stands, and what kind of rule it is.
fn stands_of(rule: &RuleContent) -> String {
    let until = rule.until.map(|until| until.to_string()).unwrap_or_default();
    let mut text = format!("{} from {} until {until}; ", rule.kind.id(), rule.since);
    text.extend(rule.stands.iter().map(|(region, standing)| format!("{} {}; ", region.id(), standing.basis.id())));
    text
}

fn thresholds_of(content: &Content, rule: &RuleContent) -> String {
    let condition = condition_of(content, rule);
    let used = content.threshold_uses.iter().filter(|(question, _)| condition.contains(&format!("{} AtLeast", name(content, *question))));
    used.filter_map(|(_, at)| content.thresholds.get(*at)).map(|one| format!("{} {} {:?}; ", one.id, one.value, one.from)).collect()
}

fn sources_of(content: &Content, rule: &RuleContent) -> String {
    let tag = |citation: &Citation| {
        let source = content.sources.get(citation.source.index());
        let place = citation.place.and_then(|place| source?.places.get(usize::from(place)));
        format!("{}#{}", source.map_or("", |source| source.id.as_str()), place.map_or("", |(place, _)| place.as_str()))
    };
    let of = |citations: &[Citation]| {
        let mut tags: Vec<String> = citations.iter().map(tag).collect();
        tags.sort();
        tags.dedup();
        tags.join(",")
    };
    rule.stands.iter().map(|(region, standing)| format!("{}: {}; ", region.id(), of(&standing.sources))).collect()
}

/// FNV-1a, 64 bits: enough to see a change; the lock guards against slips, not against forgery.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
