//! Numbers with leading noughts, as in dates, times and codes. The library's own way brings all it knows of formatting along.

/// The number, with noughts before it up to this many digits.
#[must_use]
pub fn padded(number: u32, digits: usize) -> String {
    let mut written = number.to_string();
    while written.len() < digits {
        written.insert(0, '0');
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noughts_stand_before_short_numbers() {
        assert_eq!([padded(3, 2), padded(12, 2), padded(123, 2), padded(0, 4)], ["03", "12", "123", "0000"]);
    }
}
