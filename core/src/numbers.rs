//! Numbers as texts: with leading noughts, as in dates, times and codes, and read back. The library's own way brings all it knows of
//! formatting along, and a reader for every kind of number.

/// The number, with noughts before it up to this many digits.
#[must_use]
pub fn padded(number: u32, digits: usize) -> String {
    let mut written = number.to_string();
    while written.len() < digits {
        written.insert(0, '0');
    }
    written
}

/// The whole number a text is, if it is one of this kind. Read as one kind of number everywhere: each kind would bring its own reader.
#[must_use]
pub fn whole<T: TryFrom<i64>>(text: &str) -> Option<T> {
    T::try_from(text.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noughts_stand_before_short_numbers() {
        assert_eq!([whole::<u8>("255"), whole("256"), whole("-1"), whole(" 1"), whole("")], [Some(255), None, None, None, None]);
        assert_eq!([padded(3, 2), padded(12, 2), padded(123, 2), padded(0, 4)], ["03", "12", "123", "0000"]);
    }
}
