//! A day of the calendar, as a rulebook keeps it: three numbers, so that the wasm carries no parser of dates.

use super::packed::packed;
use crate::numbers::padded;
use jiff::civil::Date;

/// A day. Earlier days are smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: i32,
    month: u16,
    day: u16,
}

packed!(Day { year, month, day });

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self { year: date.year().into(), month: date.month().unsigned_abs().into(), day: date.day().unsigned_abs().into() }
    }
}

impl Day {
    /// As it is written in the content: 2026-07-31.
    #[must_use]
    pub fn iso(self) -> String {
        [&padded(self.year.unsigned_abs().into(), 4), "-", &padded(self.month.into(), 2), "-", &padded(self.day.into(), 2)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_ordered_as_in_the_calendar() {
        let days = [date(2025, 12, 31), date(2026, 1, 2), date(2026, 2, 1)].map(Day::from);
        assert!(days.is_sorted());
    }

    #[test]
    fn days_are_written_as_in_the_content() {
        assert_eq!(Day::from(date(2026, 7, 31)).iso(), "2026-07-31");
    }
}
