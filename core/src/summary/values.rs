//! An answer in words: for the letter, and for explanations on the page.

use crate::answers::{Answer, Stay, YearMonth};
use crate::rulebook::words::Words;
use crate::rulebook::{Question, QuestionId};

/// The answer as a reader would say it, without its label. Text stands as typed.
#[must_use]
pub fn answer_text(words: &Words, id: QuestionId, question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Unknown => words.ui("answer-unknown").to_owned(),
        Answer::Unaffected => words.ui("answer-unaffected").to_owned(),
        Answer::Choice(option) => words.option(id, *option).to_owned(),
        Answer::Multi(options) => {
            let chosen = options.iter().enumerate().map(|(at, option)| {
                let text = words.option(id, *option);
                if at == 0 { text.to_owned() } else { within_a_sentence(text) }
            });
            chosen.collect::<Vec<_>>().join(", ")
        }
        Answer::Number(number) => match &question.kind {
            crate::rulebook::QuestionKind::Number { unit: Some(unit), .. } => format!("{number} {}", words.ui(&format!("unit-{unit}"))),
            crate::rulebook::QuestionKind::Number { max, .. } => format!("{number}/{max}"),
            _ => number.to_string(),
        },
        Answer::Text(text) => text.trim().to_owned(),
        Answer::Coded(coded) => {
            let code = [system_name(&coded.system), coded.code.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            match (code.join(" "), coded.text.trim()) {
                (code, "") => code,
                (code, text) if code.is_empty() => text.to_owned(),
                (code, text) => format!("{text} ({code})"),
            }
        }
        Answer::Stays(stays) => stays.iter().map(|stay| stay_text(words, stay)).collect::<Vec<_>>().join("; "),
    }
}

/// "Hjemmesykepleie" -> "hjemmesykepleie", but "NAV" stays.
fn within_a_sentence(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain([second]).chain(letters).collect(),
        _ => text.to_owned(),
    }
}

fn system_name(system: &str) -> &str {
    match system {
        "icpc-2" => "ICPC-2",
        "icd-10" => "ICD-10",
        other => other,
    }
}

/// A stay in one line: when, where, what, and how it counts.
#[must_use]
pub fn stay_text(words: &Words, stay: &Stay) -> String {
    let mut parts = Vec::new();
    if let Some(ended) = stay.ended {
        parts.push(words.ui_with("letter-stay-ended", &[("month", &month_text(words, ended))]));
    }
    parts.extend([&stay.place, &stay.line].into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()));
    if stay.same_condition == Some(false) {
        parts.push(words.ui("letter-stay-other-condition").to_owned());
    }
    if stay.same_programme == Some(true) {
        parts.push(words.ui("letter-stay-same-programme").to_owned());
    }
    if parts.is_empty() {
        parts.push(words.ui("letter-stay-no-details").to_owned());
    }
    parts.join(", ")
}

fn month_text(words: &Words, month: YearMonth) -> String {
    format!("{} {}", words.ui(&format!("month-{}", month.month)), month.year)
}
