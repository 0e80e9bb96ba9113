//! Plain text that survives the record systems: headings in capitals-free lines, "- " for lists, no tables, no tabs.

use crate::summary::{Line, Section, Summary};

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineEnd {
    /// `\n`.
    #[default]
    Lf,
    /// `\r\n`, for record systems that want it.
    CrLf,
}

/// The whole text.
#[must_use]
pub fn to_text(summary: &Summary, line_end: LineEnd) -> String {
    let mut blocks = vec![summary.title.clone()];
    blocks.extend(summary.all_sections().map(block));
    finish(&blocks.join("\n\n"), line_end)
}

/// One section, heading included.
#[must_use]
pub fn section_to_text(section: &Section, line_end: LineEnd) -> String {
    finish(&block(section), line_end)
}

fn block(section: &Section) -> String {
    let mut lines = vec![section.heading.clone()];
    lines.extend(section.lines.iter().map(one_line));
    lines.join("\n")
}

fn one_line(line: &Line) -> String {
    let text = line.text.replace('\t', " ").replace("\r\n", "\n");
    match &line.label {
        Some(label) => format!("- {label}: {text}"),
        None => format!("- {text}"),
    }
}

fn finish(text: &str, line_end: LineEnd) -> String {
    match line_end {
        LineEnd::Lf => format!("{text}\n"),
        LineEnd::CrLf => format!("{text}\n").replace('\n', "\r\n"),
    }
}
