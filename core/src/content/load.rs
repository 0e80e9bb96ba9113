//! A folder of TOML -> content, or every problem.

use super::problem::{Files, Problem};
use super::{Content, check, read, resolve, review};
use std::path::Path;

/// Reads and checks the content in this folder. Every problem at once, in file order.
pub fn load(folder: &Path) -> Result<Content, Vec<Problem>> {
    let (content, files) = unlocked(folder)?;
    let problems = review::check(&content, &files, &lock_in(folder));
    if problems.is_empty() { Ok(content) } else { Err(problems) }
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
    let (content, files) = unlocked(folder)?;
    review::renewed(&content, &files, &lock_in(folder))
}

/// No lock is an empty one: nothing is reviewed.
fn lock_in(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("review.lock")).unwrap_or_default()
}

/// Everything but the lock.
fn unlocked(folder: &Path) -> Result<(Content, Files), Vec<Problem>> {
    let (raw, mut problems) = read::read(folder);
    // The words are read as written, so they can be told of whatever else is wrong, and stop no other check.
    let mut words = Vec::new();
    if problems.is_empty() {
        words.extend(check::languages(&raw.files, raw.same_in_nynorsk.as_ref()));
        words.extend(check::untouched(&raw.files));
    }
    let (content, more) = resolve::resolve(&raw);
    problems.extend(more);
    if let Some(content) = &content
        && problems.is_empty()
    {
        problems.extend(check::check(content, &raw));
    }
    problems.extend(words);
    problems.sort();
    problems.dedup();
    match content {
        Some(content) if problems.is_empty() => Ok((content, raw.files)),
        _ => Err(problems),
    }
}
