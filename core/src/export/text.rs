//! Plain text that survives the record systems: headings in capitals-free lines, "- " for lists, no tables, no tabs.

use crate::summary::{Section, Summary};

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
    let mut text = summary.title.clone();
    for section in summary.all_sections() {
        text.push_str("\n\n");
        add_section(&mut text, section);
    }
    finish(text, line_end)
}

/// One section, heading included.
#[must_use]
pub fn section_to_text(section: &Section, line_end: LineEnd) -> String {
    let mut text = String::new();
    add_section(&mut text, section);
    finish(text, line_end)
}

fn add_section(text: &mut String, section: &Section) {
    text.push_str(&section.heading);
    for line in &section.lines {
        text.push_str("\n- ");
        if let Some(label) = &line.label {
            text.push_str(label);
            text.push_str(": ");
        }
        let mut before = ' ';
        for letter in line.text.chars() {
            match letter {
                '\t' => text.push(' '),
                // A line end of two marks is one.
                '\n' if before == '\r' => {}
                // Under its dash, so that the doctor's own lines are no headings.
                '\n' | '\r' => text.push_str("\n  "),
                _ => text.push(letter),
            }
            before = letter;
        }
    }
}

fn finish(mut text: String, line_end: LineEnd) -> String {
    text.push('\n');
    match line_end {
        LineEnd::Lf => text,
        LineEnd::CrLf => text.replace('\n', "\r\n"),
    }
}
