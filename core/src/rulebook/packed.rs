//! How a rulebook is written as bytes: fields one after the other, numbers short, no names. All numbers stand first and all texts
//! after them (`bytes.rs`).
//!
//! Readers derived by a library were five times the code, and every doctor would load them. Reading never fails on the way:
//! bytes that end too early give empty values and are told at the end (`Bytes::is_spent`).

pub(super) use super::bytes::{Bytes, Packing};

/// Something that can be written as bytes and read back by the same build.
pub(super) trait Packed: Sized {
    /// Writes it.
    fn pack(&self, out: &mut Packing);

    /// Reads it.
    fn unpack(from: &mut Bytes<'_>) -> Self;

    /// Writes it where it may be missing.
    fn pack_maybe(maybe: Option<&Self>, out: &mut Packing) {
        maybe.is_some().pack(out);
        maybe.into_iter().for_each(|one| one.pack(out));
    }

    /// Reads it where it may be missing.
    fn unpack_maybe(from: &mut Bytes<'_>) -> Option<Self> {
        if bool::unpack(from) { Some(Self::unpack(from)) } else { None }
    }
}

impl Packed for u32 {
    fn pack(&self, out: &mut Packing) {
        out.number(*self);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number()
    }
}

impl Packed for u16 {
    fn pack(&self, out: &mut Packing) {
        out.number((*self).into());
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() as u16
    }

    /// None is 0, and every number one more.
    fn pack_maybe(maybe: Option<&Self>, out: &mut Packing) {
        out.number(maybe.map_or(0, |number| u32::from(*number) + 1));
    }

    fn unpack_maybe(from: &mut Bytes<'_>) -> Option<Self> {
        from.number().checked_sub(1).map(|number| number as u16)
    }
}

impl Packed for u8 {
    fn pack(&self, out: &mut Packing) {
        out.number((*self).into());
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() as u8
    }
}

impl Packed for usize {
    fn pack(&self, out: &mut Packing) {
        out.number(u32::try_from(*self).unwrap_or(u32::MAX));
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() as usize
    }
}

/// The sign lies in the lowest bit, so that small negative numbers are short too.
impl Packed for i32 {
    fn pack(&self, out: &mut Packing) {
        out.number(((self << 1) ^ (self >> 31)) as u32);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        let number = from.number();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }
}

impl Packed for bool {
    fn pack(&self, out: &mut Packing) {
        out.number((*self).into());
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.number() == 1
    }
}

impl Packed for String {
    fn pack(&self, out: &mut Packing) {
        out.text(self);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.text()
    }

    /// None is an empty line: where a text may be missing, none is empty.
    fn pack_maybe(maybe: Option<&Self>, out: &mut Packing) {
        out.text(maybe.map_or("", String::as_str));
    }

    fn unpack_maybe(from: &mut Bytes<'_>) -> Option<Self> {
        Some(from.text()).filter(|text| !text.is_empty())
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, out: &mut Packing) {
        self.len().pack(out);
        self.iter().for_each(|one| one.pack(out));
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        let mut list = Vec::new();
        for _ in 0..from.number() {
            if from.has_missed() {
                break;
            }
            list.push(T::unpack(from));
        }
        list
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, out: &mut Packing) {
        T::pack_maybe(self.as_ref(), out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        T::unpack_maybe(from)
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, out: &mut Packing) {
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
            fn pack(&self, out: &mut $crate::rulebook::packed::Packing) {
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
            fn pack(&self, out: &mut $crate::rulebook::packed::Packing) {
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
            fn pack(&self, out: &mut $crate::rulebook::packed::Packing) {
                match self {
                    $(Self::$variant $(($value))? $({ $($field),* })? => {
                        out.number($number);
                        $($crate::rulebook::packed::Packed::pack($value, out);)?
                        $($($crate::rulebook::packed::Packed::pack($field, out);)*)?
                    })*
                    Self::$last $(($last_value))? => {
                        out.number(255);
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
        let mut out = Packing::default();
        value.pack(&mut out);
        let out = out.bytes();
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
        let list = vec![Some(0_u16), None, Some(u16::MAX)];
        assert_eq!(back(&list), (list, true));
    }

    #[test]
    fn bytes_that_end_too_early_are_told_and_a_wrong_count_asks_for_nothing() {
        let mut bytes = Bytes::new(&[5, 0xff, 0xff, 0xff, 0xff, 0x0f]);
        assert!(Vec::<String>::unpack(&mut bytes).len() <= 1);
        assert!(!bytes.is_spent());
    }
}
