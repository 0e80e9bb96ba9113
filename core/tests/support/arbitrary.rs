//! Random answers of every question type, for the promises.

use hs_core::Rulebook;
use hs_core::answers::{Answer, Answers, Coded, Stay, YearMonth};
use hs_core::rulebook::words::Lang;
use hs_core::rulebook::{OptionId, Question, QuestionId, QuestionKind, Region};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Synthetic identity numbers, published by Skatteetaten for tests.
pub const NUMBERS: [&str; 5] = ["03851598730", "038515 98730", "02013299997", "30108299939", "30908299902"];

/// As many cases. A failure is printed whole; no file is left behind.
pub fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A region with content.
pub fn any_region() -> impl Strategy<Value = Region> {
    select(super::content().regions())
}

/// A language.
pub fn any_lang() -> impl Strategy<Value = Lang> {
    select(Lang::ALL.to_vec())
}

/// Answers for any region: the question table is the same everywhere.
pub fn given() -> impl Strategy<Value = Answers> {
    any_answers(super::rulebook(Region::Midt))
}

/// Answers to any part of the questions, from hardly any to all.
pub fn any_answers(rulebook: &'static Rulebook) -> impl Strategy<Value = Answers> {
    select(vec![0.05, 0.3, 0.7, 0.95, 0.999]).prop_flat_map(|share: f64| {
        let each: Vec<_> = rulebook.questions.iter().map(|question| option::weighted(share, with_unknown(question))).collect();
        each.prop_map(|given| {
            let mut answers = Answers::new();
            for (at, answer) in given.into_iter().enumerate() {
                if let Some(answer) = answer {
                    answers.set(QuestionId::at(at), answer);
                }
            }
            answers
        })
    })
}

/// An answer, "vet ikke" now and then.
fn with_unknown(question: &Question) -> BoxedStrategy<Answer> {
    prop_oneof![8 => any_answer(question), 1 => Just(Answer::Unknown)].boxed()
}

/// Any answer that says something.
pub fn any_answer(question: &Question) -> BoxedStrategy<Answer> {
    match &question.kind {
        QuestionKind::Choice { options, .. } => (0..options.len()).prop_map(|at| Answer::Choice(OptionId::at(at))).boxed(),
        QuestionKind::Multi { options, exclusive } => {
            let free: Vec<OptionId> = (0..options.len()).map(OptionId::at).filter(|option| !exclusive.contains(option)).collect();
            let several = subsequence(free.clone(), 1..=free.len()).prop_map(Answer::Multi);
            if exclusive.is_empty() {
                return several.boxed();
            }
            prop_oneof![2 => several, 1 => select(exclusive.clone()).prop_map(|option| Answer::Multi(vec![option]))].boxed()
        }
        QuestionKind::Number { min, max, .. } => (*min..=*max).prop_map(Answer::Number).boxed(),
        QuestionKind::Text { vague_words } => any_text(vague_words).prop_map(Answer::Text).boxed(),
        QuestionKind::Area { vague_words } => {
            prop_oneof![3 => any_text(vague_words).prop_map(Answer::Text), 1 => Just(Answer::Unaffected)].boxed()
        }
        QuestionKind::Coded => (select(vec!["", "icpc-2", "icd-10"]), select(vec!["", " ", "N86", "<G35>"]), any_text(&[]))
            .prop_map(|(system, code, text)| Answer::Coded(Coded { system: system.to_owned(), code: code.to_owned(), text }))
            .boxed(),
        QuestionKind::Stays => vec(any_stay(), 0..6).prop_map(Answer::Stays).boxed(),
    }
}

fn any_stay() -> impl Strategy<Value = Stay> {
    let month = option::of((1990_u16..2030, 1_u8..=12).prop_map(|(year, month)| YearMonth { year, month }));
    let known = || option::of(any::<bool>());
    (month, any_text(&[]), prop_oneof![Just(String::new()), any_text(&[])], known(), known())
        .prop_map(|(ended, place, line, same_condition, same_programme)| Stay { ended, place, line, same_condition, same_programme })
}

/// What people type, and what nobody should.
pub fn any_text(vague_words: &[String]) -> BoxedStrategy<String> {
    let fixed = [
        "Går 50 meter med rullator.",
        "Tilbake i halv stilling til påske",
        "unknown",
        "unaffected",
        "<script>alert(1)</script>",
        "\"a\" & 'b' <b>",
        "</li></ul><img src=x onerror=alert(1)>",
        "linje en\r\nlinje to\tmed tabulator",
        "{reason} {unit}",
        "ÆØÅ æøå 😀 ﷽ \u{202e}snudd",
    ];
    let mut ways = vec![
        (4, select(fixed.map(str::to_owned).to_vec()).boxed()),
        (1, select(["", " ", "-", " \n…"].map(str::to_owned).to_vec()).boxed()),
        (1, select(NUMBERS.map(|number| format!("Pas. {number}, bor alene")).to_vec()).boxed()),
        (2, any_words().boxed()),
        (2, "\\PC{0,40}".boxed()),
    ];
    if !vague_words.is_empty() {
        ways.push((2, vec(select(vague_words.to_vec()), 1..4).prop_map(|words| words.join(" ")).boxed()));
    }
    proptest::strategy::Union::new_weighted(ways).boxed()
}

/// Words, dates, telephone and identity numbers, joined in every way.
pub fn any_words() -> impl Strategy<Value = String> {
    let words = [
        "smerter",
        "f.",
        "tlf",
        "91612345",
        "010190",
        "123456",
        "98730",
        "038515",
        "12.03.2025",
        "20251122",
        "2024/123456",
        "½",
        "a1",
        "x",
    ];
    let word = prop_oneof![3 => select(words.to_vec()), 2 => select(NUMBERS.to_vec()), 1 => select(vec!["03851598731", "0385159873", "038515987300"])];
    let between = select(vec![" ", "  ", "-", ".", "\u{a0}", ", ", "", "/", "\n"]);
    vec((word, between), 0..8).prop_map(|parts| parts.into_iter().flat_map(|(word, between)| [word, between]).collect())
}

/// Any JSON, with the names and words of the notation in it.
pub fn any_json(rulebook: &'static Rulebook) -> impl Strategy<Value = serde_json::Value> {
    use serde_json::{Value, json};
    let names: Vec<String> =
        ["text", "code", "system", "ended", "place", "line", "same-condition", "same-programme", ""].map(str::to_owned).into();
    let ids: Vec<String> = rulebook.questions.iter().map(|question| question.id.clone()).chain(names).collect();
    let options: Vec<String> = rulebook.questions.iter().flat_map(|question| question.options().to_vec()).chain(ids.clone()).collect();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(|number| json!(number)),
        (-2_i64..130).prop_map(|number| json!(number)),
        any::<f64>().prop_map(|number| json!(number)),
        select(vec!["unknown", "unaffected", "2025-13", "2025-03", "yes", "icpc-2"]).prop_map(|text| json!(text)),
        select(options).prop_map(|text| json!(text)),
        "\\PC{0,12}".prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(3, 40, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::Array),
            vec((select(ids.clone()), inner), 0..6).prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}
