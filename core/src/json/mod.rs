//! JSON, as much of it as travels between the page, the drafts and the core: a value, a reader, a writer.
//!
//! By hand, since it is a part of every download: the library that can also read into any type, and numbers with fractions,
//! is many times the code. Reading is total: any text gives a value or none, and nesting cannot use up the stack.

use crate::listed::Listed;
use crate::numbers::{decimal, padded, signed};
mod read;
#[cfg(test)]
mod tests;

pub use read::{DEPTH, parse};

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written: no answer has a fraction, and nothing is lost of those that others write.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// A table, in the order it was written. Each key stands once.
    Table(Vec<(String, Json)>),
}

/// A table: `table([("region", "midt".into())])`. The keys differ.
pub fn table<'a>(entries: impl Into<Vec<(&'a str, Json)>>) -> Json {
    // Made once, whatever it was called with.
    fn of(entries: Vec<(&str, Json)>) -> Json {
        Json::Table(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).listed())
    }
    of(entries.into())
}

impl Json {
    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The truth value, if it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Json::Bool(yes) = self { Some(*yes) } else { None }
    }

    /// The number, if it is a whole one in this range.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        u64::try_from(self.as_i64()?).ok()
    }

    /// The number, if it is a whole one in this range.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        if let Json::Number(number) = self { number.parse().ok() } else { None }
    }

    /// The values of a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Json]> {
        if let Json::List(values) = self { Some(values) } else { None }
    }

    /// The entries of a table.
    #[must_use]
    pub fn as_table(&self) -> Option<&[(String, Json)]> {
        if let Json::Table(entries) = self { Some(entries) } else { None }
    }

    /// What stands in a table under this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.as_table()?.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The value as a text, without white space.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Json::Number(number) => out.push_str(number),
            Json::Text(text) => quote(text, out),
            Json::List(values) => {
                out.push('[');
                for (at, value) in values.iter().enumerate() {
                    separate(at, out);
                    value.write(out);
                }
                out.push(']');
            }
            Json::Table(entries) => {
                out.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    separate(at, out);
                    quote(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn separate(at: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' => {
                out.push_str(if letter < '\u{10}' { "\\u000" } else { "\\u001" });
                out.push(char::from_digit(u32::from(letter) & 15, 16).unwrap_or('0'));
            }
            _ => {
                if matches!(letter, '"' | '\\') {
                    out.push('\\');
                }
                out.push(letter);
            }
        }
    }
    out.push('"');
}

impl From<bool> for Json {
    fn from(yes: bool) -> Self {
        Json::Bool(yes)
    }
}

impl From<&str> for Json {
    // A call is less than what it does.
    #[inline(never)]
    fn from(text: &str) -> Self {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Json::Text(text)
    }
}

impl From<i32> for Json {
    fn from(number: i32) -> Self {
        Json::Number(signed(number))
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Json::Number(padded(number.into(), 1))
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Json::Number(padded(number, 1))
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        Json::Number(decimal(number))
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Json::Null, Into::into)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(values: Vec<T>) -> Self {
        Json::List(values.into_iter().map(Into::into).listed())
    }
}
