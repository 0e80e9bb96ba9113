//! The bytes of a rulebook: its numbers, one after the other, and then its texts, a line each. What is alike stands together: written
//! as they come in the fields, both would compress to a tenth more.

/// Bytes being written.
#[derive(Default)]
pub(super) struct Packing {
    numbers: Vec<u8>,
    texts: String,
}

impl Packing {
    /// Writes a number as `Bytes::number` reads it.
    pub(super) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.numbers.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.numbers.push(number as u8);
    }

    /// Writes a text, which is one line.
    pub(super) fn text(&mut self, text: &str) {
        self.texts.push_str(text);
        self.texts.push('\n');
    }

    /// How many bytes of numbers there are, the numbers, the texts.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut count = Self::default();
        count.number(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
        [&count.numbers, &self.numbers, self.texts.as_bytes()].concat()
    }
}

/// Bytes being read.
pub(super) struct Bytes<'a> {
    numbers: &'a [u8],
    texts: &'a str,
    missed: bool,
}

impl<'a> Bytes<'a> {
    /// From the first byte.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut all = Self { numbers: bytes, texts: "", missed: false };
        let count = all.number() as usize;
        let parts = all.numbers.split_at_checked(count).and_then(|(numbers, texts)| Some((numbers, std::str::from_utf8(texts).ok()?)));
        match parts {
            Some((numbers, texts)) => (all.numbers, all.texts) = (numbers, texts),
            None => all.missed = true,
        }
        all
    }

    /// Whether everything was there, and nothing is left.
    pub(super) fn is_spent(&self) -> bool {
        !self.missed && self.numbers.is_empty() && self.texts.is_empty()
    }

    /// Whether something was not there.
    pub(super) fn has_missed(&self) -> bool {
        self.missed
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
            let Some((first, rest)) = self.numbers.split_first() else {
                self.missed = true;
                return 0;
            };
            self.numbers = rest;
            number |= u32::from(first & 0x7f).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if first & 0x80 == 0 {
                return number;
            }
        }
    }

    /// The next text, which is one line.
    #[inline(never)]
    pub(super) fn text(&mut self) -> String {
        let Some((text, rest)) = self.texts.split_once('\n') else {
            self.missed = true;
            return String::new();
        };
        self.texts = rest;
        text.to_owned()
    }
}
