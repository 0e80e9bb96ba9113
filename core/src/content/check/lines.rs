//! Texts that are one line: what is baked is read line by line.

use super::super::problem::{Files, Problem, place};
use super::super::written::strings;

/// Every text with a line break in it.
pub fn broken_lines(files: &Files) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (file, (_, text)) in files.files.iter().enumerate() {
        for one in strings(text).iter().filter(|one| one.text.contains(['\n', '\r'])) {
            let name = one.path.last().map_or("", String::as_str);
            let help = "write it on one line: the page sets the lines itself".to_owned();
            problems.push(files.problem(&place(file, &one.span), format!("`{name}` holds a line break"), Some(help)));
        }
    }
    problems
}
