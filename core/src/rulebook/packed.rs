//! How a rulebook is written as bytes: fields one after the other, numbers short, no names.
//!
//! Readers derived by a library were five times the code, and every doctor would load them. Reading never fails on the way:
//! bytes that end too early give empty values and are told at the end (`Bytes::is_spent`).

/// Something that can be written as bytes and read back by the same build.
pub(super) trait Packed: Sized {
    /// Writes it.
    fn pack(&self, out: &mut Vec<u8>);
    /// Reads it.
    fn unpack(from: &mut Bytes<'_>) -> Self;
}

/// Bytes being read.
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
    missed: bool,
}

impl<'a> Bytes<'a> {
    /// From the first byte.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, missed: false }
    }

    /// Whether everything was there, and nothing is left.
    pub(super) fn is_spent(&self) -> bool {
        !self.missed && self.rest.is_empty()
    }

    /// What was read is not what was written.
    pub(super) fn miss(&mut self) {
        self.missed = true;
    }

    /// A number of seven bits a byte, lowest first.
    #[inline(never)]
    pub(super) fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0_u32, 0);
        loop {
            let Some((first, rest)) = self.rest.split_first() else {
                self.missed = true;
                return 0;
            };
            self.rest = rest;
            number |= u32::from(first & 0x7f).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if first & 0x80 == 0 {
                return number;
            }
        }
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let length = self.number() as usize;
        let taken = self.rest.split_at_checked(length).and_then(|(text, rest)| Some((std::str::from_utf8(text).ok()?, rest)));
        let Some((text, rest)) = taken else {
            self.missed = true;
            return String::new();
        };
        self.rest = rest;
        text.to_owned()
    }
}

/// Writes a number as `Bytes::number` reads it.
pub(super) fn pack_number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

impl Packed for u32 {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_number(*self, out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number()
    }
}

impl Packed for u16 {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_number((*self).into(), out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() as u16
    }
}

impl Packed for u8 {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_number((*self).into(), out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() as u8
    }
}

impl Packed for usize {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_number(u32::try_from(*self).unwrap_or(u32::MAX), out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() as usize
    }
}

/// The sign lies in the lowest bit, so that small negative numbers are short too.
impl Packed for i32 {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_number(((self << 1) ^ (self >> 31)) as u32, out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        let number = from.number();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }
}

impl Packed for bool {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push((*self).into());
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() == 1
    }
}

impl Packed for String {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.text()
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        self.iter().for_each(|one| one.pack(out));
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        let mut list = Vec::new();
        for _ in 0..from.number() {
            if from.missed {
                break;
            }
            list.push(T::unpack(from));
        }
        list
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.is_some().pack(out);
        self.iter().for_each(|one| one.pack(out));
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        if bool::unpack(from) { Some(T::unpack(from)) } else { None }
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// A struct, field by field.
macro_rules! packed {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::rulebook::packed::Packed for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                $($crate::rulebook::packed::Packed::pack(&self.$field, out);)*
            }

            fn unpack(from: &mut $crate::rulebook::packed::Bytes<'_>) -> Self {
                Self { $($field: $crate::rulebook::packed::Packed::unpack(from)),* }
            }
        }
    )*};
}

/// An enum of a few names, by position in its list of all.
macro_rules! packed_names {
    ($($name:ident)*) => {$(
        impl $crate::rulebook::packed::Packed for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                Self::ALL.iter().position(|one| one == self).unwrap_or(usize::MAX).pack(out);
            }

            fn unpack(from: &mut $crate::rulebook::packed::Bytes<'_>) -> Self {
                let [first, ..] = Self::ALL;
                Self::ALL.get(from.number() as usize).copied().unwrap_or_else(|| {
                    from.miss();
                    first
                })
            }
        }
    )*};
}

/// An enum whose variants hold a value each, or nothing: the variant's number, then what it holds.
macro_rules! packed_enum {
    ($name:ident { $($number:literal $variant:ident $(($value:ident))? $({ $($field:ident),* })?),* ; else $last:ident $(($last_value:ident))? }) => {
        impl $crate::rulebook::packed::Packed for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $(($value))? $({ $($field),* })? => {
                        $crate::rulebook::packed::pack_number($number, out);
                        $($crate::rulebook::packed::Packed::pack($value, out);)?
                        $($($crate::rulebook::packed::Packed::pack($field, out);)*)?
                    })*
                    Self::$last $(($last_value))? => {
                        $crate::rulebook::packed::pack_number(255, out);
                        $($crate::rulebook::packed::Packed::pack($last_value, out);)?
                    }
                }
            }

            fn unpack(from: &mut $crate::rulebook::packed::Bytes<'_>) -> Self {
                match from.number() {
                    $($number => {
                        $(let $value = $crate::rulebook::packed::Packed::unpack(from);)?
                        $($(let $field = $crate::rulebook::packed::Packed::unpack(from);)*)?
                        Self::$variant $(($value))? $({ $($field),* })?
                    })*
                    // Bytes of another build end in here too, and are told at the end.
                    number => {
                        if number != 255 {
                            from.miss();
                        }
                        $(let $last_value = $crate::rulebook::packed::Packed::unpack(from);)?
                        Self::$last $(($last_value))?
                    }
                }
            }
        }
    };
}

pub(super) use {packed, packed_enum, packed_names};

#[cfg(test)]
mod tests {
    use super::*;

    fn back<T: Packed>(value: &T) -> (T, bool) {
        let mut out = Vec::new();
        value.pack(&mut out);
        let mut bytes = Bytes::new(&out);
        let read = T::unpack(&mut bytes);
        (read, bytes.is_spent())
    }

    #[test]
    fn what_was_written_is_read_back() {
        for number in [0, 1, 127, 128, 16_384, u32::MAX] {
            assert_eq!(back(&number), (number, true));
        }
        for number in [0, -1, 1, 64, -64, i32::MIN, i32::MAX] {
            assert_eq!(back(&number), (number, true));
        }
        let list = vec![Some("før".to_owned()), None];
        assert_eq!(back(&list), (list, true));
    }

    #[test]
    fn bytes_that_end_too_early_are_told_and_a_wrong_count_asks_for_nothing() {
        let mut bytes = Bytes::new(&[0xff, 0xff, 0xff, 0xff, 0x0f]);
        assert!(Vec::<String>::unpack(&mut bytes).len() <= 1);
        assert!(!bytes.is_spent());
    }
}
