//! Norwegian national identity numbers in free text: found, so that they can be taken out. Never stored, never decoded.
//!
//! Rules: Skatteetaten's documentation of the number from 2032 (source `skatt`): two check digits by modulus 11,
//! the first remainder 0, or 0 to 3 for numbers given out from 2032. D-numbers add 4 to the first digit, H-numbers 4 to
//! the third, synthetic ones 8 (Tenor) or 4 to the third; FH-numbers start with 8 or 9 and hold no date.

use std::ops::Range;

/// What stands where a number was.
pub const REMOVED: &str = "[fødselsnummer fjernet]";

/// Whether a number stands in the text.
#[must_use]
pub fn is_in(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).nth(10).is_some() && !find(text).is_empty()
}

/// Where the numbers stand, as byte ranges, from left to right: eleven digits together, or "010190 12345" with one
/// separator between the date and the rest.
#[must_use]
pub fn find(text: &str) -> Vec<Range<usize>> {
    let runs = digit_runs(text);
    let mut found = Vec::new();
    let mut rest = runs.as_slice();
    while let [run, after @ ..] = rest {
        rest = after;
        if is_number(text, std::slice::from_ref(run)) {
            found.push(run.clone());
        } else if let [next, beyond @ ..] = after
            && run.len() == 6
            && matches!(text.get(run.end..next.start), Some(" " | "\u{a0}" | "." | "-"))
            && is_number(text, &[run.clone(), next.clone()])
        {
            found.push(run.start..next.end);
            rest = beyond;
        }
    }
    found
}

/// Where digits stand together.
fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (place, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.end == place => run.end = place + 1,
            _ => runs.push(place..place + 1),
        }
    }
    runs
}

fn is_number(text: &str, runs: &[Range<usize>]) -> bool {
    let mut digits = Vec::new();
    for run in runs {
        digits.extend_from_slice(text.as_bytes().get(run.clone()).unwrap_or_default());
    }
    for digit in &mut digits {
        *digit -= b'0';
    }
    is_valid(&digits)
}

/// The text without its identity numbers.
#[must_use]
pub fn redact(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for range in find(text) {
        clean.push_str(text.get(from..range.start).unwrap_or(""));
        clean.push_str(REMOVED);
        from = range.end;
    }
    clean.push_str(text.get(from..).unwrap_or(""));
    clean
}

fn is_valid(digits: &[u8]) -> bool {
    let Ok(digits) = <[u8; 11]>::try_from(digits) else { return false };
    let remainder = |weights: &[u16]| {
        let sum: u16 = weights.iter().zip(digits).map(|(weight, digit)| weight * u16::from(digit)).sum();
        sum % 11
    };
    let first = remainder(&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
    let second = remainder(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
    if second != 0 {
        return false;
    }
    let [d1, d2, m1, m2, ..] = digits;
    let has_date = is_date(if d1 >= 4 { d1 - 4 } else { d1 } * 10 + d2, month_of(m1 * 10 + m2));
    let is_shared_help_number = d1 >= 8;
    (has_date && d1 < 8 && first <= 3) || (is_shared_help_number && first == 0)
}

/// Takes the marks of H-numbers and synthetic numbers off the month.
fn month_of(month: u8) -> u8 {
    match month {
        81..=92 => month - 80,
        41..=52 => month - 40,
        _ => month,
    }
}

fn is_date(day: u8, month: u8) -> bool {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_are_found_by_the_old_and_the_new_rule() {
        for number in ["02013299997", "02013299806", "30108299920", "02013299903", "30108299939", "30908299902", "03851598730"] {
            assert!(is_in(number), "{number}");
        }
    }

    #[test]
    fn a_number_written_with_a_space_is_found() {
        assert_eq!(redact("Pas. 038515 98730 kom"), format!("Pas. {REMOVED} kom"));
    }

    #[test]
    fn a_number_after_another_number_is_found() {
        assert_eq!(redact("Sak 123456 03851598730"), format!("Sak 123456 {REMOVED}"));
        assert_eq!(redact("010190 038515 98730, 03851598730"), format!("010190 {REMOVED}, {REMOVED}"));
    }

    #[test]
    fn phone_numbers_dates_and_record_numbers_are_left_alone() {
        for text in ["tlf 800 30 061", "2025-03-14 12:30", "14.03.2025", "journal 12345678901234", "+47 916 12 345", "saksnr 2024/123456"] {
            assert!(!is_in(text), "{text}");
        }
    }

    #[test]
    fn one_wrong_digit_is_no_number() {
        assert!(!is_in("03851598731"));
    }
}
