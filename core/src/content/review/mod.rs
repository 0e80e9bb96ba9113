//! The review lock: what each named clinician reviewed, so that a reviewed rule cannot change unnoticed.
//!
//! `content/review.lock` keeps a fingerprint of the condition (by meaning: facts, relevance and numbers put in, order of no
//! matter), of where the rule stands and on what, of the thresholds, and of the sources. Words may be mended freely.
//! It keeps too what each part said on that day, so that what changed can be named and shown.

mod locked;
mod whole;

use super::problem::{Files, Problem};
use super::sentence::Speaker;
use super::{Content, RuleContent};
use jiff::civil::Date;
use locked::{Lock, Locked};

/// A clinical review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Name and role.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// Every reviewed rule that is not as it was reviewed, and every review that is not locked.
pub(super) fn check(content: &Content, files: &Files, lock: &str) -> Vec<Problem> {
    let (lock, mut problems) = read(lock);
    let speaker = Speaker::new(content);
    for rule in &content.rules {
        let Some(review) = &rule.review else { continue };
        let now = Locked::of(content, &speaker, rule, review);
        match lock.iter().find(|one| one.same_review(&now)) {
            Some(reviewed) => problems.extend(differs(files, rule, &now, reviewed)),
            None => {
                let message = format!("the review of `{}` is not locked", rule.id);
                let help = "cargo xtask review-lock, in the same commit as the review";
                problems.push(files.problem(&rule.place, message, Some(help.to_owned())));
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

fn differs(files: &Files, rule: &RuleContent, now: &Locked, reviewed: &Locked) -> Option<Problem> {
    let changed = now.changed(reviewed);
    if changed.is_empty() {
        return None;
    }
    let names: Vec<&str> = changed.iter().map(|change| change.name).collect();
    let said: Vec<String> = changed.iter().filter_map(locked::Change::said).map(|said| format!(". {said}")).collect();
    let message =
        format!("`{}` is not as {} reviewed it on {}: {} changed{}", rule.id, reviewed.by, reviewed.on, names.join(" and "), said.concat());
    let help =
        "undo the change, or have the rule reviewed again and write the new name and day in [rule.review]; to go on without, remove it";
    Some(files.problem(&rule.place, message, Some(help.to_owned())))
}

/// The lock as it should be now. A rule changed since its review cannot be locked again under the same review.
pub(super) fn renewed(content: &Content, files: &Files, old: &str) -> Result<String, Vec<Problem>> {
    let (old, mut problems) = read(old);
    let mut text = "# Hva hver navngitt kliniker har gjennomgått. Laget av `cargo xtask review-lock`; endres aldri for hånd.\n".to_owned();
    let speaker = Speaker::new(content);
    for rule in &content.rules {
        let Some(review) = &rule.review else { continue };
        let now = Locked::of(content, &speaker, rule, review);
        let known = old.iter().find(|one| one.same_review(&now));
        problems.extend(known.and_then(|known| differs(files, rule, &now, known)));
        text.push_str(&known.unwrap_or(&now).written());
    }
    if problems.is_empty() { Ok(text) } else { Err(problems) }
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
