//! Reads the words file of a language. By hand from JSON: derived readers for each type would cost more of the
//! download than a language does.

use crate::rulebooks;
use hs_core::json::{self, Json};
use hs_core::listed::Listed;
use hs_core::rulebook::words::{DestinationWords, GuidanceWords, Lang, QuestionWords, RegionWords, RuleWords, Words};
use hs_core::rulebook::{Region, Texts};

/// The words in a file.
///
/// # Errors
/// `words-unreadable`; or `words-version`: words stand by position, those of another build would put the wrong text beside
/// a question.
pub fn read(text: &str) -> Result<Words, &'static str> {
    let file = json::parse(text).ok_or("words-unreadable")?;
    if file.get("version").and_then(Json::as_str) != Some(rulebooks::VERSION) {
        return Err(if file.get("version").is_some() { "words-version" } else { "words-unreadable" });
    }
    words(&file).ok_or("words-unreadable")
}

fn words(file: &Json) -> Option<Words> {
    let mut made = Words {
        lang: Lang::from_tag(file.get("lang")?.as_str()?)?,
        version: text(file, "version")?,
        ui: Texts::new(),
        sections: list(file, "sections", string)?,
        questions: list(file, "questions", question)?,
        rules: list(file, "rules", rule)?,
        destinations: list(file, "destinations", destination)?,
        guidance: list(file, "guidance", guidance)?,
        regions: list(file, "regions", region)?,
    };
    for (key, value) in file.get("ui")?.as_table()? {
        made.ui.insert(key.clone(), string(value)?);
    }
    Some(made)
}

fn question(words: &Json) -> Option<QuestionWords> {
    Some(QuestionWords {
        ask: text(words, "ask")?,
        help: words.get("help").and_then(string),
        example: words.get("example").and_then(string),
        letter: text(words, "letter")?,
        options: list(words, "options", string)?,
        letters: words.get("letters")?.as_list()?.iter().map(string).listed(),
        attachment: words.get("attachment").and_then(string),
    })
}

fn rule(words: &Json) -> Option<RuleWords> {
    Some(RuleWords { title: text(words, "title")?, why: text(words, "why")?, fix: text(words, "fix")? })
}

fn destination(words: &Json) -> Option<DestinationWords> {
    Some(DestinationWords {
        name: text(words, "name")?,
        how: text(words, "how")?,
        electronic: text(words, "electronic"),
        post: text(words, "post"),
        telephone: text(words, "telephone"),
    })
}

fn guidance(words: &Json) -> Option<GuidanceWords> {
    Some(GuidanceWords { title: text(words, "title")?, text: text(words, "text")? })
}

fn region(words: &Json) -> Option<RegionWords> {
    Some(RegionWords {
        region: Region::from_id(words.get("region")?.as_str()?)?,
        name: text(words, "name")?,
        unit: text(words, "unit")?,
        note: text(words, "note")?,
        items: list(words, "items", string)?,
        rules: list(words, "rules", |place| u16::try_from(place.as_u64()?).ok())?,
        steps: all(words.get("steps")?, |step| Some(string(step)))?,
        guidance: list(words, "guidance", |place| u16::try_from(place.as_u64()?).ok())?,
        layouts: list(words, "layouts", |layout| all(layout, string))?,
    })
}

fn text(words: &Json, key: &str) -> Option<String> {
    words.get(key).and_then(string)
}

fn string(value: &Json) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn list<T>(words: &Json, key: &str, read: fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    all(words.get(key)?, read)
}

fn all<T>(values: &Json, read: fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    for value in values.as_list()? {
        list.push(read(value)?);
    }
    Some(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hs_core::content::{load, words_to_json};
    use std::path::Path;

    #[test]
    fn what_was_baked_is_read_back() {
        let content = load(Path::new(env!("CARGO_MANIFEST_DIR")).join("content").as_path()).expect("content without problems");
        for lang in Lang::ALL {
            let words = content.words(lang);
            let file = words_to_json(&words).text();
            assert_eq!(read(&file), Ok(words));
        }
    }

    #[test]
    fn words_of_another_build_and_no_words_at_all_are_told_apart() {
        assert_eq!(read(r#"{"version":"2020.1+0","lang":"nb"}"#), Err("words-version"));
        assert_eq!(read("<!doctype html>"), Err("words-unreadable"));
        assert_eq!(read("{}"), Err("words-unreadable"));
    }
}
