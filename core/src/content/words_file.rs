//! The words file of a language, as the page reads it (`src/embed/words.rs`).

use crate::json::{Json, table};
use crate::rulebook::words::{DestinationWords, GuidanceWords, QuestionWords, RegionWords, RuleWords, Words};

/// The words as JSON.
#[must_use]
pub fn words_to_json(words: &Words) -> Json {
    table([
        ("lang", words.lang.id().into()),
        ("version", words.version.as_str().into()),
        ("ui", Json::Table(words.ui.iter().map(|(key, text)| (key.to_owned(), text.into())).collect())),
        ("sections", words.sections.clone().into()),
        ("questions", list(&words.questions, question)),
        ("rules", list(&words.rules, rule)),
        ("destinations", list(&words.destinations, destination)),
        ("guidance", list(&words.guidance, guidance)),
        ("regions", list(&words.regions, region)),
    ])
}

fn list<T>(values: &[T], write: fn(&T) -> Json) -> Json {
    Json::List(values.iter().map(write).collect())
}

fn question(words: &QuestionWords) -> Json {
    table([
        ("ask", words.ask.as_str().into()),
        ("help", words.help.clone().into()),
        ("example", words.example.clone().into()),
        ("letter", words.letter.as_str().into()),
        ("options", words.options.clone().into()),
        ("letters", words.letters.clone().into()),
        ("attachment", words.attachment.clone().into()),
    ])
}

fn rule(words: &RuleWords) -> Json {
    table([("title", words.title.as_str().into()), ("why", words.why.as_str().into()), ("fix", words.fix.as_str().into())])
}

fn destination(words: &DestinationWords) -> Json {
    table([
        ("name", words.name.as_str().into()),
        ("how", words.how.as_str().into()),
        ("electronic", words.electronic.clone().into()),
        ("post", words.post.clone().into()),
        ("telephone", words.telephone.clone().into()),
    ])
}

fn guidance(words: &GuidanceWords) -> Json {
    table([("title", words.title.as_str().into()), ("text", words.text.as_str().into())])
}

fn region(words: &RegionWords) -> Json {
    table([
        ("region", words.region.id().into()),
        ("name", words.name.as_str().into()),
        ("unit", words.unit.as_str().into()),
        ("note", words.note.as_str().into()),
        ("items", words.items.clone().into()),
        ("rules", words.rules.iter().map(|place| u32::from(*place)).collect::<Vec<_>>().into()),
        ("steps", words.steps.clone().into()),
        ("guidance", words.guidance.iter().map(|place| u32::from(*place)).collect::<Vec<_>>().into()),
        ("layouts", words.layouts.clone().into()),
    ])
}
