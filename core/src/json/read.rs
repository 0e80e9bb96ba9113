//! Reads JSON, byte by byte (RFC 8259).

use super::Json;

/// How deep lists and tables may lie in each other.
pub const DEPTH: usize = 64;

/// Reads a text that is one JSON value; none when it is not, or when it is nested deeper than `DEPTH`.
/// Half a surrogate pair is read as U+FFFD. Of a key that stands twice in a table the last is kept.
#[must_use]
pub fn parse(text: &str) -> Option<Json> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.space();
    (reader.at == text.len()).then_some(value)
}

/// A text being read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The next byte; at the end 0, which nothing in JSON begins with.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next byte, passed.
    fn next(&mut self) -> u8 {
        let next = self.peek();
        self.at += 1;
        next
    }

    /// Passes these bytes, if they come next.
    fn takes(&mut self, word: &str) -> bool {
        let there = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if there {
            self.at += word.len();
        }
        there
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Passes a sign and the space before it, if it comes next.
    fn sign(&mut self, sign: &str) -> bool {
        self.space();
        self.takes(sign)
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        self.space();
        match self.peek() {
            b'"' => self.string().map(Json::Text),
            b'[' => self.list(depth.checked_sub(1)?),
            b'{' => self.table(depth.checked_sub(1)?),
            b'-' | b'0'..=b'9' => self.number(),
            _ if self.takes("null") => Some(Json::Null),
            _ if self.takes("true") => Some(Json::Bool(true)),
            _ if self.takes("false") => Some(Json::Bool(false)),
            _ => None,
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        self.at += 1;
        let mut values = Vec::new();
        while !self.sign("]") {
            if !values.is_empty() && !self.takes(",") {
                return None;
            }
            values.push(self.value(depth)?);
        }
        Some(Json::List(values))
    }

    fn table(&mut self, depth: usize) -> Option<Json> {
        self.at += 1;
        let mut entries: Vec<(String, Json)> = Vec::new();
        while !self.sign("}") {
            if !entries.is_empty() && !self.takes(",") {
                return None;
            }
            self.space();
            if self.peek() != b'"' {
                return None;
            }
            let key = self.string()?;
            if !self.sign(":") {
                return None;
            }
            let value = self.value(depth)?;
            match entries.iter_mut().find(|(known, _)| *known == key) {
                Some(entry) => entry.1 = value,
                None => entries.push((key, value)),
            }
        }
        Some(Json::Table(entries))
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | 0..=0x1f) {
                self.at += 1;
            }
            out.push_str(self.text.get(start..self.at)?);
            match self.next() {
                b'"' => return Some(out),
                b'\\' => out.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        Some(match self.next() {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.unicode(),
            same @ (b'"' | b'\\' | b'/') => char::from(same),
            _ => return None,
        })
    }

    /// What follows `\u`: a character, or the first half of a pair and then the second.
    fn unicode(&mut self) -> Option<char> {
        let first = self.four()?;
        let behind = self.at;
        if first >> 10 == 0x36 && self.takes("\\u") {
            let second = self.four()?;
            if second >> 10 == 0x37 {
                return char::from_u32(0x1_0000 + ((first & 0x3ff) << 10) + (second & 0x3ff));
            }
            self.at = behind;
        }
        Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn four(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.next()).to_digit(16)?;
        }
        Some(number)
    }

    fn number(&mut self) -> Option<Json> {
        let start = self.at;
        self.takes("-");
        let mut right = self.takes("0") || self.digits();
        if self.takes(".") {
            right &= self.digits();
        }
        if self.takes("e") || self.takes("E") {
            let _ = self.takes("+") || self.takes("-");
            right &= self.digits();
        }
        if right { self.text.get(start..self.at).map(|number| Json::Number(number.to_owned())) } else { None }
    }

    /// Passes digits; whether there were any.
    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        self.at > start
    }
}
