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

/// Where the numbers stand, as byte ranges, from left to right: eleven digits together, "010190 12345", "01 01 90 12345" or
/// "01.01.1990 12345", with spaces, dots or dashes between.
#[must_use]
pub fn find(text: &str) -> Vec<Range<usize>> {
    let runs = digit_runs(text);
    let mut found = Vec::new();
    let mut rest = runs.as_slice();
    while let [first, after @ ..] = rest {
        let whole = GROUPINGS.iter().find_map(|lengths| {
            let (runs, beyond) = rest.split_at_checked(lengths.len())?;
            (is_grouped(text, runs, lengths) && is_number(text, runs)).then_some((runs, beyond))
        });
        rest = match whole {
            Some((runs, beyond)) => {
                found.push(first.start..runs.last().map_or(first.end, |last| last.end));
                beyond
            }
            None => after,
        };
    }
    found
}

/// How the digits may be written together.
const GROUPINGS: [&[usize]; 6] = [&[11], &[6, 5], &[6, 3, 2], &[8, 5], &[2, 2, 2, 5], &[2, 2, 4, 5]];

/// Whether the runs have these lengths, with nothing but signs that numbers are written with between them.
fn is_grouped(text: &str, runs: &[Range<usize>], lengths: &[usize]) -> bool {
    let fit = runs.iter().zip(lengths).all(|(run, length)| run.len() == *length);
    let mut before = None;
    fit && runs.iter().all(|run| {
        let between = before.replace(run.end).and_then(|end| text.get(end..run.start)).unwrap_or_default();
        between.chars().count() <= 3 && between.chars().all(is_separator)
    })
}

fn is_separator(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{ad}' | '\u{2009}' | '\u{202f}' | '\u{2060}' | '\u{feff}' | '.' | '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '/' | '\u{200b}'
    )
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
    if digits.len() == 13 {
        // Of a year in four digits the number has the last two.
        digits.drain(4..6);
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
    fn a_number_is_found_however_its_date_is_written() {
        for written in ["030255 12345", "03 02 55 12345"] {
            assert!(!is_in(written), "{written} has wrong check digits");
        }
        for written in [
            "020132-99997",
            "020132–99997",
            "020132 - 99997",
            "02 01 32 99997",
            "02.01.32 99997",
            "02.01.1932 99997",
            "02.01.1932-99997",
            "020132/99997",
        ] {
            assert_eq!(redact(&format!("født {written}.")), format!("født {REMOVED}."));
        }
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
