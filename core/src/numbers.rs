//! Numbers as texts: with leading noughts, as in dates, times and codes, and read back. The library's own way brings all it knows of
//! formatting along, and a reader for every kind of number.

/// The number, with noughts before it up to this many digits.
#[must_use]
pub fn padded(number: u64, digits: usize) -> String {
    let (mut left, mut written) = (number, String::new());
    while left > 0 || written.len() < digits {
        written.insert(0, char::from(b'0' + (left % 10) as u8));
        left /= 10;
    }
    written
}

/// A number of things.
#[must_use]
pub fn decimal(number: usize) -> String {
    padded(number as u64, 1)
}

/// A whole number, with its sign.
#[must_use]
pub fn signed(number: i32) -> String {
    [if number < 0 { "-" } else { "" }, &padded(number.unsigned_abs().into(), 1)].concat()
}

/// The whole number a text is, if it is one of this kind. Read as one kind of number everywhere: each kind would bring its own reader.
#[must_use]
pub fn whole<T: TryFrom<i64>>(text: &str) -> Option<T> {
    T::try_from(read(text)?).ok()
}

#[inline(never)]
fn read(text: &str) -> Option<i64> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noughts_stand_before_short_numbers() {
        assert_eq!([decimal(0), decimal(7), decimal(1200)], ["0", "7", "1200"]);
        assert_eq!([signed(0), signed(-12), signed(i32::MIN)], ["0", "-12", "-2147483648"]);
        assert_eq!([whole::<u8>("255"), whole("256"), whole("-1"), whole(" 1"), whole("")], [Some(255), None, None, None, None]);
        assert_eq!(padded(u64::MAX, 1), u64::MAX.to_string());
        assert_eq!([padded(3, 2), padded(12, 2), padded(123, 2), padded(0, 4)], ["03", "12", "123", "0000"]);
    }
}
