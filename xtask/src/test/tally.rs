//! Counting tests from what the test runners say themselves.

use std::fmt;

/// How many tests passed and failed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Whether any test was run.
    pub fn any(&self) -> bool {
        *self != Self::default()
    }

    /// Reads one line of `cargo test` (`test result: ok. 3 passed; 0 failed; …`) or of `node --test` (`ℹ pass 3`).
    pub fn read(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            for (number, word) in result.split([';', '.']).filter_map(|part| part.trim().split_once(' ')) {
                self.add(word, number);
            }
            return;
        }
        let summary = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# "));
        if let Some((word, number)) = summary.and_then(|summary| summary.split_once(' ')) {
            match word {
                "pass" => self.add("passed", number),
                "fail" | "cancelled" => self.add("failed", number),
                _ => {}
            }
        }
    }

    fn add(&mut self, word: &str, number: &str) {
        let Ok(number) = number.parse::<usize>() else { return };
        match word {
            "passed" => self.passed += number,
            "failed" => self.failed += number,
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &[&str]) -> String {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally.to_string()
    }

    #[test]
    fn both_runners_are_counted() {
        let cargo = "test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.10s";
        assert_eq!(told(&[cargo, "ℹ tests 6", "ℹ pass 4", "ℹ fail 1", "ℹ cancelled 1", "ℹ skipped 0"]), "16 passed, 3 failed");
    }

    #[test]
    fn other_lines_count_nothing() {
        assert!(!Tally::default().any());
        assert_eq!(told(&["running 3 tests", "ℹ duration_ms 412", "# a heading", "# pass the salt"]), "0 passed, 0 failed");
    }
}
