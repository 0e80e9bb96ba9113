//! The page's own texts, by their place in the list of keys of `content/ui`. `ui!("title")` finds the place when the program is
//! built: a key that content lacks is no program.

use super::packed::{Bytes, Packed, Packing};

/// The keys, in order; `build.rs` makes the list.
mod list {
    include!(concat!(env!("OUT_DIR"), "/ui_keys.rs"));
}

/// A text of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ui(u16);

impl Ui {
    /// The text with this key, looked for while the program is built. Use `ui!`.
    ///
    /// # Panics
    /// When there is none: the build stops.
    #[must_use]
    #[doc(hidden)]
    #[allow(clippy::panic, reason = "only ever run by the compiler")]
    #[allow(clippy::indexing_slicing, reason = "only ever run by the compiler")]
    pub const fn named(key: &str, end: &str) -> Self {
        let mut place = 0;
        while place < list::KEYS.len() {
            if is(list::KEYS[place].as_bytes(), key.as_bytes(), end.as_bytes()) {
                return Self(place as u16);
            }
            place += 1;
        }
        panic!("content/ui/nb.toml has no text with this key")
    }

    /// Its place in the list.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// How many texts there are.
    #[must_use]
    pub const fn count() -> usize {
        list::KEYS.len()
    }

    /// All keys, in order.
    #[cfg(feature = "authoring")]
    pub fn keys() -> impl Iterator<Item = &'static str> {
        list::KEYS.into_iter()
    }

    /// The text with this key, looked for while the program runs: for authors' tools only.
    #[cfg(feature = "authoring")]
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        list::KEYS.iter().position(|known| *known == key).and_then(|place| u16::try_from(place).ok()).map(Self)
    }
}

/// Whether `whole` is `key` and `end`, one after the other.
#[allow(clippy::indexing_slicing, reason = "only ever run by the compiler")]
const fn is(whole: &[u8], key: &[u8], end: &[u8]) -> bool {
    if whole.len() != key.len() + end.len() {
        return false;
    }
    let mut at = 0;
    while at < whole.len() {
        let expected = if at < key.len() { key[at] } else { end[at - key.len()] };
        if whole[at] != expected {
            return false;
        }
        at += 1;
    }
    true
}

impl Packed for Ui {
    fn pack(&self, out: &mut Packing) {
        self.0.pack(out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Self(u16::unpack(from))
    }
}

/// A text of the page by its key in `content/ui`: `ui!("title")`.
#[macro_export]
macro_rules! ui {
    ($key:literal) => {
        const { $crate::rulebook::Ui::named($key, "") }
    };
}

/// The texts for one and for many, whose keys end in `-one` and `-many`: `ui_counted!("items-left")`.
#[macro_export]
macro_rules! ui_counted {
    ($key:literal) => {
        const { [$crate::rulebook::Ui::named($key, "-one"), $crate::rulebook::Ui::named($key, "-many")] }
    };
}
