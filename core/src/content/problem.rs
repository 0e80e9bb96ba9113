//! What is wrong in the content, where, and what to do. For authors: found, place, remedy.

use std::fmt;
use std::ops::Range;

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from the project's folder.
    pub file: String,
    /// The line, counted from one.
    pub line: usize,
    /// What was found.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.message)?;
        if let Some(help) = &self.help {
            write!(out, "\n  help: {help}")?;
        }
        Ok(())
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which of the files read.
    pub file: usize,
    /// Byte offset.
    pub offset: usize,
}

/// The files read, to turn offsets into lines.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// Name and text of each.
    pub files: Vec<(String, String)>,
}

impl Files {
    /// The problem at a place.
    #[must_use]
    pub fn problem(&self, place: &Place, message: String, help: Option<String>) -> Problem {
        let (file, text) = self.files.get(place.file).map_or(("", ""), |(file, text)| (file.as_str(), text.as_str()));
        let line = 1 + text.bytes().take(place.offset).filter(|byte| *byte == b'\n').count();
        Problem { file: file.to_owned(), line, message, help }
    }
}

/// The place where a span begins.
#[must_use]
pub fn place(file: usize, span: &Range<usize>) -> Place {
    Place { file, offset: span.start }
}
