//! A month as doctors write it: `03.2025`, `3/25` is refused, `2025-03`, `mars 2025`.

use hs_core::answers::YearMonth;
use hs_core::answers::text::{is_of_word, lower_case};
use hs_core::listed::Listed;
use hs_core::numbers::{padded, whole};
use hs_core::rulebook::words::Words;

/// The month that was typed. Names of months are those of the language on screen, three letters are enough.
#[must_use]
pub fn read(written: &str, words: &Words) -> Option<YearMonth> {
    let parts: Vec<&str> = written.split(|letter: char| !is_of_word(letter)).filter(|part| !part.is_empty()).listed();
    let (first, second) = match parts.as_slice() {
        [first, second] => (*first, *second),
        [one] => one.split_at_checked(2).filter(|_| one.len() == 6)?,
        _ => return None,
    };
    let (month, year) = if first.len() == 4 && is_number(first) { (second, first) } else { (first, second) };
    if year.len() != 4 || !is_number(year) {
        return None;
    }
    YearMonth::parse(&[year, "-", &padded(number_of(month, words)?.into(), 2)].concat())
}

/// A month as it is typed: `03.2025`.
#[must_use]
pub fn written(month: YearMonth) -> String {
    [&padded(month.month.into(), 2), ".", &padded(month.year.into(), 4)].concat()
}

fn is_number(part: &str) -> bool {
    part.bytes().all(|letter| letter.is_ascii_digit())
}

fn number_of(month: &str, words: &Words) -> Option<u8> {
    if is_number(month) && month.len() <= 2 {
        return whole(month).filter(|month| (1..=12).contains(month));
    }
    let month = lower(month);
    (1..=12).find(|number| month.chars().count() >= 3 && lower(words.month(*number)).starts_with(&month))
}

fn lower(word: &str) -> String {
    word.chars().map(lower_case).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hs_core::rulebook::Ui;
    use hs_core::rulebook::words::Lang;
    use hs_core::ui;

    fn words() -> Words {
        let mut ui = vec![String::new(); Ui::count()];
        for (month, name) in [(ui!("month-3"), "mars"), (ui!("month-5"), "mai")] {
            ui[month.index()] = name.to_owned();
        }
        Words { ui, ..Words::none(Lang::Nb, String::new()) }
    }

    #[test]
    fn a_month_is_read_in_the_ways_it_is_written() {
        for typed in ["03.2025", "3.2025", "3/2025", "032025", "2025-03", "mars 2025", "Mar. 2025", " 03 . 2025 "] {
            assert_eq!(read(typed, &words()), YearMonth::parse("2025-03"), "{typed}");
        }
    }

    #[test]
    fn what_is_no_month_is_not_guessed() {
        for typed in ["13.2025", "0.2025", "2025", "3.25", "ma 2025", "vår 2025", "1.3.2025", ""] {
            assert_eq!(read(typed, &words()), None, "{typed}");
        }
    }
}
