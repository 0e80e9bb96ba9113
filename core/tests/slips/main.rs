//! Every slip an author can make in a record is recognised: file, line, what is wrong, what to do.
//!
//! Each row changes one place of the real content. What is said of it stands on the line of the change, or on a named one.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod rows;
#[path = "../support/mod.rs"]
mod support;
mod words;

use hs_core::content::Problem;
use support::broken::{Broken, shown};
use support::in_parallel;

/// One slip, and what is said of it.
struct Slip {
    /// The file, and a text in it after which the slip is made.
    at: (&'static str, &'static str),
    /// What stands there, and what is written instead.
    change: (&'static str, &'static str),
    /// What stands on the line told (the first such line from `at`), where it is not the line of the change.
    line: Option<&'static str>,
    /// What is said.
    says: &'static str,
    /// What to do.
    help: &'static str,
}

/// The slip, told on the line where it is made.
const fn slip(at: (&'static str, &'static str), change: (&'static str, &'static str), says: &'static str, help: &'static str) -> Slip {
    Slip { at, change, line: None, says, help }
}

impl Slip {
    /// Told on the line where this stands.
    const fn told_at(self, line: &'static str) -> Self {
        Self { line: Some(line), ..self }
    }
}

/// What is wrong with a slip's telling; nothing when it is told as it should.
fn mistold(slip: &Slip) -> Option<String> {
    let broken = Broken::new();
    let (file, after) = slip.at;
    let changed = broken.replace(file, after, slip.change.0, slip.change.1);
    let line = slip.line.map_or(changed, |told| {
        let text = broken.text(file);
        let start = text.find(after).unwrap_or(0);
        // The anchor itself may have been changed; the told line stands at or after the line it was on.
        let start = text[..start].rfind('\n').map_or(0, |at| at);
        // A row that names no such line is told as mistold.
        let at = text[start..].find(told).map(|at| start + at).or_else(|| text.find(told));
        at.map_or(0, |at| 1 + text[..at].matches('\n').count())
    });
    let problems = broken.problems();
    let right = |problem: &&Problem| {
        problem.file == format!("content/{file}")
            && problem.line == line
            && problem.message.contains(slip.says)
            && problem.help.as_deref() == Some(slip.help)
    };
    problems
        .iter()
        .find(right)
        .is_none()
        .then(|| format!("content/{file}:{line}: {}\n  help: {}\nbut was told\n{}\n", slip.says, slip.help, shown(&problems)))
}

#[test]
fn every_kind_of_slip_is_told_with_its_line_and_its_remedy() {
    let slips: Vec<&Slip> = [rows::NAMES, rows::RECORDS, rows::CONDITIONS, words::CASES, words::NEVER_PLAYED, words::WORDS, words::USES]
        .into_iter()
        .flatten()
        .collect();
    assert!(slips.len() >= 30, "only {} kinds", slips.len());
    let mistold: Vec<String> = in_parallel(slips, mistold).into_iter().flatten().collect();
    assert!(mistold.is_empty(), "{} are told otherwise\n{}", mistold.len(), mistold.join("\n"));
}
