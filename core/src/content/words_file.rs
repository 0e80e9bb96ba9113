//! The words file of a language, as the page reads it (`src/embed/words.rs`): a line for each text, in a fixed order.
//! As JSON it weighs a kilobyte more on the wire.
//!
//! The first line is the version and the language; the page's own texts follow in the order of their keys. Tables begin
//! with their count, lists end with an empty line. A text that is not there is an empty line.

use crate::rulebook::words::{DestinationWords, GuidanceWords, QuestionWords, RegionWords, RuleWords, Words};

/// The words as lines.
///
/// # Errors
/// A sentence, when a text cannot stand in the file.
pub fn words_to_lines(words: &Words) -> Result<String, String> {
    let mut file = Lines::default();
    file.line(&format!("{} {}", words.version, words.lang.id()));
    words.ui.iter().for_each(|text| file.line(text));
    file.list(&words.sections);
    file.table(&words.questions, question);
    file.table(&words.rules, rule);
    file.table(&words.destinations, destination);
    file.table(&words.guidance, guidance);
    file.table(&words.regions, region);
    match file.refused {
        Some(text) => Err(format!("«{text}» cannot stand in a file of words: it is empty, or holds a newline or a bar")),
        None => Ok(file.text),
    }
}

#[derive(Default)]
struct Lines {
    text: String,
    refused: Option<String>,
}

impl Lines {
    fn refuse(&mut self, text: &str) {
        self.refused.get_or_insert_with(|| text.to_owned());
    }

    fn line(&mut self, line: &str) {
        if line.contains(['\n', '\r']) {
            self.refuse(line);
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A line that must not be empty.
    fn full(&mut self, line: &str) {
        if line.is_empty() {
            self.refuse(line);
        }
        self.line(line);
    }

    fn maybe(&mut self, line: Option<&String>) {
        match line {
            Some(line) => self.full(line),
            None => self.line(""),
        }
    }

    fn list(&mut self, list: &[String]) {
        list.iter().for_each(|line| self.full(line));
        self.line("");
    }

    fn table<T>(&mut self, values: &[T], write: fn(&mut Self, &T)) {
        self.line(&values.len().to_string());
        values.iter().for_each(|value| write(self, value));
    }

    /// Places as runs: `0-33 36-36`.
    fn places(&mut self, places: &[u16]) {
        let runs = places.chunk_by(|one, next| one.checked_add(1) == Some(*next));
        let runs = runs.filter_map(|run| Some(format!("{}-{}", run.first()?, run.last()?)));
        self.list(&runs.collect::<Vec<_>>());
    }
}

/// Its options are a list; behind a bar their sentences for the letter.
fn question(file: &mut Lines, words: &QuestionWords) {
    file.line(&words.ask);
    file.maybe(words.help.as_ref());
    file.maybe(words.example.as_ref());
    file.line(&words.letter);
    file.maybe(words.attachment.as_ref());
    for (place, option) in words.options.iter().enumerate() {
        if option.contains('|') {
            file.refuse(option);
        }
        match words.letters.get(place) {
            Some(Some(letter)) => file.full(&format!("{option}|{letter}")),
            _ => file.full(option),
        }
    }
    file.line("");
}

fn rule(file: &mut Lines, words: &RuleWords) {
    file.line(&words.title);
    file.line(&words.why);
    file.line(&words.fix);
}

fn destination(file: &mut Lines, words: &DestinationWords) {
    file.line(&words.name);
    file.line(&words.how);
    file.maybe(words.electronic.as_ref());
    file.maybe(words.post.as_ref());
    file.maybe(words.telephone.as_ref());
}

fn guidance(file: &mut Lines, words: &GuidanceWords) {
    file.line(&words.title);
    file.line(&words.text);
}

/// Its layouts are lists; an empty one ends them.
fn region(file: &mut Lines, words: &RegionWords) {
    file.line(words.region.id());
    file.line(&words.name);
    file.line(&words.unit);
    file.line(&words.note);
    file.list(&words.items);
    file.places(&words.rules);
    file.table(&words.steps, |file, step| file.maybe(step.as_ref()));
    file.places(&words.guidance);
    words.layouts.iter().for_each(|layout| file.list(layout));
    file.line("");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::words::Lang;

    #[test]
    fn a_text_that_would_shift_the_others_is_refused() {
        let with = |section: &str| Words { sections: vec![section.to_owned()], ..Words::none(Lang::Nb, "1".to_owned()) };
        assert!(words_to_lines(&with("Om pasienten")).is_ok());
        assert!(words_to_lines(&with("")).is_err());
        assert!(words_to_lines(&with("Om\npasienten")).is_err());
    }
}
