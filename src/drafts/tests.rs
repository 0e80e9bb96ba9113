//! Any text is read, nothing is lost without being told, and what was read and written again is the same.

use super::{Draft, Note, Numbers, Restored, SetAside, restore, write};
use crate::rulebooks;
use hs_core::Rulebook;
use hs_core::answers::identifier::REMOVED;
use hs_core::answers::notation;
use hs_core::json::Json;
use hs_core::rulebook::words::Lang;
use hs_core::rulebook::{Question, QuestionKind, Region};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;

fn rulebook() -> &'static Rulebook {
    rulebooks::any(None).expect("this build has a rulebook")
}

fn written(restored: &Restored, numbers: Numbers) -> String {
    let draft = Draft {
        region: restored.region,
        lang: Lang::Nb,
        begun: restored.begun.unwrap_or(0),
        saved: restored.saved.unwrap_or(0),
        answers: &restored.answers,
        prefilled: &restored.prefilled,
        replies: &restored.replies,
    };
    write(rulebook(), &draft, numbers).text()
}

fn draft(answers: Value) -> String {
    json!({ "format": 1, "region": "midt", "answers": answers }).to_string()
}

/// What holds for every text.
fn holds_for(text: &str) {
    let rulebook = rulebook();
    let once = restore(text, rulebook);
    if once.note == Note::Unreadable {
        assert!(once.is_empty(), "from an unreadable text nothing is taken");
        return;
    }
    let again = restore(&written(&once, Numbers::Kept), rulebook);
    assert_eq!(again.answers, once.answers);
    assert_eq!(again.replies, once.replies);
    assert_eq!(again.prefilled, once.prefilled);
    assert_eq!(again.region, once.region);
    assert_eq!(again.set_aside, []);
    let clean = written(&once, Numbers::Removed);
    assert_eq!(written(&restore(&clean, rulebook), Numbers::Removed), clean, "a clean draft stays as it is");
}

#[test]
fn drafts_of_the_past_are_read_whole() {
    let mut read = 0;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/drafts");
    for entry in fs::read_dir(folder).expect("the folder of drafts") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a draft");
        let restored = restore(&text, rulebook());
        assert_eq!(restored.set_aside, [], "{}", path.display());
        assert_eq!(restored.note, Note::Known, "{}", path.display());
        let before: Value = serde_json::from_str(&text).expect("JSON");
        let after: Value = serde_json::from_str(&written(&restored, Numbers::Removed)).expect("JSON");
        for part in ["region", "answers", "prefilled", "replies"] {
            assert_eq!(after[part], before[part], "{part} of {}", path.display());
        }
        // Earlier builds wrote times with a fraction.
        for part in ["begun", "saved"] {
            assert_eq!(after[part].as_f64(), before[part].as_f64(), "{part} of {}", path.display());
            assert!(after[part].as_u64().is_some_and(|time| time > 0), "{part} of {}", path.display());
        }
        read += 1;
    }
    assert!(read >= 3, "none is ever taken away");
}

#[test]
fn an_unknown_question_and_an_unknown_value_are_set_aside_with_their_words() {
    let restored = restore(&draft(json!({ "goal": "Gå tur.", "mood": "blid", "age-years": 300 })), rulebook());
    let aside = |part: &str, value: &str| SetAside { part: part.to_owned(), value: value.to_owned() };
    assert_eq!(restored.set_aside, [aside("age-years", "300"), aside("mood", "blid")]);
    assert_eq!(restored.answers.len(), 1);
}

#[test]
fn one_option_that_is_gone_does_not_take_the_others_with_it() {
    let restored = restore(&draft(json!({ "local-measures": ["physiotherapy", "leeches"] })), rulebook());
    assert_eq!(restored.set_aside, [SetAside { part: "local-measures".to_owned(), value: "leeches".to_owned() }]);
    let kept = notation::write(rulebook(), &restored.answers);
    assert_eq!(Value::from(Json::Table(kept)), json!({ "local-measures": ["physiotherapy"] }));
}

#[test]
fn options_that_no_longer_go_together_are_set_aside_together() {
    let restored = restore(&draft(json!({ "new-factors": ["none", "new-goals"] })), rulebook());
    assert!(restored.answers.is_empty());
    assert_eq!(restored.set_aside.len(), 1);
}

#[test]
fn a_draft_from_the_future_is_read_as_far_as_it_goes() {
    let text = json!({ "format": 7, "region": "mars", "answers": { "goal": "Gå tur.", "aura": [1] }, "mood": {} }).to_string();
    let restored = restore(&text, rulebook());
    assert_eq!(restored.note, Note::Newer);
    assert_eq!(restored.answers.len(), 1);
    assert_eq!(restored.set_aside.iter().map(|aside| aside.part.as_str()).collect::<Vec<_>>(), ["region", "aura"]);
}

#[test]
fn what_is_no_draft_gives_nothing() {
    for text in ["", "null", "[]", "{}", "{", "42", r#""format""#, r#"{"answers":{"goal":"x"}}"#, r#"{"format":0}"#, r#"{"format":"1"}"#] {
        assert_eq!(restore(text, rulebook()), Restored::default(), "{text}");
    }
}

#[test]
fn deep_nesting_is_read_without_falling() {
    holds_for(&"[".repeat(200_000));
    holds_for(&format!(r#"{{"format":1,"answers":{{"goal":{}1{}}}}}"#, "[".repeat(100), "]".repeat(100)));
}

#[test]
fn identity_numbers_are_not_written_but_kept_in_the_pages_memory() {
    let number = "03851598730";
    let text = json!({ "format": 1, "answers": { "goal": format!("Pas. {number}.") }, "replies": { "x": number } }).to_string();
    let restored = restore(&text, rulebook());
    assert!(written(&restored, Numbers::Kept).contains(number));
    let clean = written(&restored, Numbers::Removed);
    assert!(!clean.contains(number));
    assert_eq!(clean.matches(REMOVED).count(), 2);
}

/// A written answer that fits the question, most of the time.
fn fitting(question: &Question) -> BoxedStrategy<Value> {
    let words = prop_oneof![".{0,40}", Just("unknown".to_owned()), Just("unaffected".to_owned()), Just("Nr 038515 98730".to_owned())];
    match &question.kind {
        QuestionKind::Choice { options, .. } => prop::sample::select(options.clone()).prop_map(Value::from).boxed(),
        QuestionKind::Multi { options, .. } => prop::sample::subsequence(options.clone(), 0..=options.len()).prop_map(Value::from).boxed(),
        QuestionKind::Number { min, max, .. } => (min - 2..=max + 2).prop_map(Value::from).boxed(),
        QuestionKind::Text { .. } | QuestionKind::Area { .. } => words.prop_map(Value::from).boxed(),
        QuestionKind::Coded => {
            (words, "[A-Z][0-9]{2}").prop_map(|(text, code)| json!({ "system": "icd-10", "code": code, "text": text })).boxed()
        }
        QuestionKind::Stays => {
            let stay = ("20[0-9]{2}-[01][0-9]", words, prop::sample::select(vec!["yes", "no", "unknown", "perhaps"]));
            let stay = stay.prop_map(|(ended, place, same)| json!({ "ended": ended, "place": place, "same-condition": same }));
            prop::collection::vec(stay, 0..4).prop_map(Value::from).boxed()
        }
    }
}

/// Any JSON.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!("unknown")),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z-]{0,8}", inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A draft with some answers that fit and some that do not, and parts of any shape.
fn drafts() -> impl Strategy<Value = Value> {
    let rulebook = rulebook();
    let count = rulebook.questions.len();
    let one = (0..count, any::<bool>()).prop_flat_map(move |(place, fits)| {
        let question = &rulebook.questions[place];
        let value = if fits { fitting(question) } else { anything().boxed() };
        (Just(question.id.clone()), value)
    });
    let answers = prop::collection::vec(one, 0..8).prop_map(|answers| Value::Object(answers.into_iter().collect()));
    let region = prop_oneof![Just(json!("midt")), Just(json!("nord")), Just(Value::Null), anything()];
    let replies = prop_oneof![prop::collection::btree_map("[a-z-]{1,8}", ".{0,20}", 0..3).prop_map(|replies| json!(replies)), anything()];
    (0_u64..4, region, prop_oneof![4 => answers, 1 => anything()], replies, anything(), anything()).prop_map(
        |(format, region, answers, replies, prefilled, begun)| {
            json!({ "format": format, "region": region, "answers": answers, "replies": replies, "prefilled": prefilled, "begun": begun })
        },
    )
}

proptest! {
    #[test]
    fn any_text_is_read(text in ".{0,200}") {
        holds_for(&text);
    }

    #[test]
    fn any_json_is_read(value in anything()) {
        holds_for(&value.to_string());
    }

    #[test]
    fn any_draft_is_read_and_stays_the_same(draft in drafts()) {
        holds_for(&draft.to_string());
    }

    #[test]
    fn a_draft_cut_anywhere_is_read(draft in drafts(), cut in 0.0..1.0_f64) {
        let text: Vec<char> = draft.to_string().chars().collect();
        let length = (text.len() as f64 * cut) as usize;
        holds_for(&text[..length].iter().collect::<String>());
    }

    #[test]
    fn every_region_restores_the_same_answers(draft in drafts()) {
        let text = draft.to_string();
        let all: Vec<_> = Region::ALL.into_iter().filter_map(rulebooks::of).map(|rulebook| restore(&text, rulebook)).collect();
        for pair in all.windows(2) {
            prop_assert_eq!(&pair[0], &pair[1]);
        }
    }
}
