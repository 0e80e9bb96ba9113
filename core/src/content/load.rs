//! A folder of TOML -> content, or every problem.

use super::problem::{Files, Problem};
use super::{Content, check, read, resolve, review};
use std::path::Path;

/// Reads and checks the content in this folder. Every problem at once, in file order.
pub fn load(folder: &Path) -> Result<Content, Vec<Problem>> {
    let read = unlocked(folder);
    let mut problems = read.problems;
    // A change of a reviewed rule is told with whatever else it has brought with it.
    if let Some(content) = read.content.as_ref().filter(|_| read.sound) {
        problems.extend(review::check(content, &read.files, &lock_in(folder)));
    }
    match read.content {
        Some(content) if problems.is_empty() => Ok(content),
        _ => Err(problems),
    }
}

/// The content in this folder without the checks on the whole: to be compared, not built.
pub fn unchecked(folder: &Path) -> Result<Content, Vec<Problem>> {
    let (raw, mut problems) = read::read(folder);
    let (content, more) = resolve::resolve(&raw);
    problems.extend(more);
    match content {
        Some(content) if problems.is_empty() => Ok(content),
        _ => Err(problems),
    }
}

/// The text of `review.lock` as it should be now, for the content in this folder.
pub fn review_lock(folder: &Path) -> Result<String, Vec<Problem>> {
    let read = unlocked(folder);
    match read.content {
        Some(content) if read.problems.is_empty() => review::renewed(&content, &read.files, &lock_in(folder)),
        _ => Err(read.problems),
    }
}

/// No lock is an empty one: nothing is reviewed.
fn lock_in(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("review.lock")).unwrap_or_default()
}

/// What was read, and all that is wrong with it but for the lock.
struct Unlocked {
    content: Option<Content>,
    files: Files,
    problems: Vec<Problem>,
    /// Whether every name resolves and nothing leads back to itself: what stands there can be followed to its end.
    sound: bool,
}

fn unlocked(folder: &Path) -> Unlocked {
    let (raw, mut problems) = read::read(folder);
    // The words are read as written, so they can be told of whatever else is wrong, and stop no other check.
    let mut words = Vec::new();
    if problems.is_empty() {
        words.extend(check::languages(&raw.files, raw.same_in_nynorsk.as_ref()));
        words.extend(check::untouched(&raw.files));
        words.extend(check::broken_lines(&raw.files));
    }
    let (content, more) = resolve::resolve(&raw);
    problems.extend(more);
    let mut sound = false;
    if let Some(content) = &content
        && problems.is_empty()
    {
        problems.extend(check::cycles(content, &raw));
        sound = problems.is_empty();
        // The compiler follows relevance and facts; with a cycle it would not end.
        if sound {
            problems.extend(check::check(content, &raw));
        }
    }
    problems.extend(words);
    problems.sort();
    problems.dedup();
    Unlocked { content, files: raw.files, problems, sound }
}
