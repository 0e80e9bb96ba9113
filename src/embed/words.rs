//! Reads the words file of a language (`core/src/content/words_file.rs` tells how it is written).

use crate::rulebooks;
use hs_core::listed::Listed;
use hs_core::rulebook::words::{DestinationWords, GuidanceWords, Lang, QuestionWords, RegionWords, RuleWords, Words};
use hs_core::rulebook::{Region, Ui};

/// The words in a file.
///
/// # Errors
/// `words-unreadable`; or `words-version`: words stand by position, those of another build would put the wrong text beside
/// a question.
pub fn read(text: &str) -> Result<Words, &'static str> {
    let mut file = Lines { rest: text, broken: false };
    let (version, lang) = file.line().split_once(' ').ok_or("words-unreadable")?;
    let lang = Lang::ALL.into_iter().find(|known| known.id() == lang).ok_or("words-unreadable")?;
    if version != rulebooks::VERSION {
        return Err("words-version");
    }
    let ui = (0..Ui::count()).map(|_| file.text()).listed();
    let words = Words {
        lang,
        version: version.to_owned(),
        ui,
        sections: file.list(),
        questions: file.table(question),
        rules: file.table(|file| RuleWords { title: file.text(), why: file.text(), fix: file.text() }),
        destinations: file.table(destination),
        guidance: file.table(|file| GuidanceWords { title: file.text(), text: file.text() }),
        regions: file.table(region),
    };
    if file.broken || !file.rest.is_empty() { Err("words-unreadable") } else { Ok(words) }
}

/// The lines of a file, one after the other. What is wrong is kept until the end: that is a third of the code of asking at
/// every line.
struct Lines<'a> {
    rest: &'a str,
    broken: bool,
}

impl<'a> Lines<'a> {
    /// The next line; empty when there are no more.
    fn line(&mut self) -> &'a str {
        if let Some((line, rest)) = self.rest.split_once('\n') {
            self.rest = rest;
            line
        } else {
            self.broken = true;
            ""
        }
    }

    fn text(&mut self) -> String {
        self.line().to_owned()
    }

    fn maybe(&mut self) -> Option<String> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    fn number(&mut self, written: &str) -> u16 {
        written.parse().unwrap_or_else(|_| {
            self.broken = true;
            0
        })
    }

    fn list(&mut self) -> Vec<String> {
        let mut list = Vec::new();
        while let Some(text) = self.maybe() {
            list.push(text);
        }
        list
    }

    fn table<T>(&mut self, read: fn(&mut Self) -> T) -> Vec<T> {
        let count = self.line();
        (0..self.number(count)).map(|_| read(self)).listed()
    }

    fn places(&mut self) -> Vec<u16> {
        let mut places = Vec::new();
        for run in self.list() {
            let (first, last) = run.split_once('-').unwrap_or_default();
            let (first, last) = (self.number(first), self.number(last));
            (first..=last).for_each(|place| places.push(place));
        }
        places
    }
}

fn question(file: &mut Lines<'_>) -> QuestionWords {
    let mut words = QuestionWords {
        ask: file.text(),
        help: file.maybe(),
        example: file.maybe(),
        letter: file.text(),
        attachment: file.maybe(),
        ..QuestionWords::default()
    };
    for line in file.list() {
        let (option, letter) = line.split_once('|').map_or((&*line, None), |(option, letter)| (option, Some(letter.to_owned())));
        words.options.push(option.to_owned());
        words.letters.push(letter);
    }
    words
}

fn destination(file: &mut Lines<'_>) -> DestinationWords {
    DestinationWords { name: file.text(), how: file.text(), electronic: file.maybe(), post: file.maybe(), telephone: file.maybe() }
}

fn region(file: &mut Lines<'_>) -> RegionWords {
    let region = Region::from_id(file.line());
    file.broken |= region.is_none();
    RegionWords {
        region: region.unwrap_or(Region::Midt),
        name: file.text(),
        unit: file.text(),
        note: file.text(),
        items: file.list(),
        rules: file.places(),
        steps: file.table(Lines::maybe),
        guidance: file.places(),
        layouts: layouts(file),
    }
}

fn layouts(file: &mut Lines<'_>) -> Vec<Vec<String>> {
    let mut layouts = Vec::new();
    loop {
        let layout = file.list();
        if layout.is_empty() {
            return layouts;
        }
        layouts.push(layout);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hs_core::content::{load, words_to_lines};
    use std::path::Path;

    fn written(lang: Lang) -> (Words, String) {
        let content = load(Path::new(env!("CARGO_MANIFEST_DIR")).join("content").as_path()).expect("content without problems");
        let words = content.words(lang);
        let file = words_to_lines(&words).expect("texts that are lines");
        (words, file)
    }

    #[test]
    fn what_was_baked_is_read_back() {
        for lang in Lang::ALL {
            let (words, file) = written(lang);
            assert_eq!(read(&file), Ok(words));
        }
    }

    #[test]
    fn words_of_another_build_and_no_words_at_all_are_told_apart() {
        assert_eq!(read("2020.1+0 nb\n"), Err("words-version"));
        for rubbish in ["<!doctype html>", "<!doctype html>\n<html lang=\"nb\">\n", "{}", "", "\n"] {
            assert_eq!(read(rubbish), Err("words-unreadable"));
        }
    }

    #[test]
    fn a_file_with_a_line_too_few_or_too_many_is_unreadable() {
        let (_, file) = written(Lang::Nb);
        let lines: Vec<&str> = file.lines().collect();
        for count in (0..lines.len()).step_by(7).chain([lines.len() - 1]) {
            let cut: String = lines.iter().take(count).map(|line| format!("{line}\n")).collect();
            assert_eq!(read(&cut), Err("words-unreadable"), "after {count} lines");
        }
        assert_eq!(read(&format!("{file}\n")), Err("words-unreadable"));
        assert_eq!(read(&file.replace('-', "+")), Err("words-unreadable"));
    }
}
