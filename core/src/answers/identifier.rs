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

/// Where the numbers stand, as byte ranges, from left to right.
#[must_use]
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Vec<(usize, u8)> = Vec::new();
    let mut gap = 0;
    let mut gap_after = None;
    for (place, letter) in text.char_indices().chain([(text.len(), '\n')]) {
        if let Some(digit) = letter.to_digit(10) {
            gap = 0;
            run.push((place, u8::try_from(digit).unwrap_or(0)));
        } else if matches!(letter, ' ' | '\u{a0}' | '.' | '-') && gap == 0 && run.len() == 6 && gap_after.is_none() {
            // "010190 12345": one separator, only between the date and the rest.
            gap = 1;
            gap_after = Some(6);
        } else {
            push_if_valid(&run, &mut found);
            run.clear();
            gap = 0;
            gap_after = None;
        }
    }
    found
}

fn push_if_valid(run: &[(usize, u8)], found: &mut Vec<Range<usize>>) {
    let digits: Vec<u8> = run.iter().map(|(_, digit)| *digit).collect();
    if let (Some((first, _)), Some((last, _))) = (run.first(), run.last())
        && is_valid(&digits)
    {
        found.push(*first..last + 1);
    }
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
