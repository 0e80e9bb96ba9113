//! An answer in words: for the letter, and for explanations on the page.

use crate::answers::{Answer, Coded, Stay, text};
use crate::numbers::{padded, signed};
use crate::rulebook::words::Words;
use crate::rulebook::{Question, QuestionId, QuestionKind};
use crate::ui;

/// The answer as a reader would say it, without its label. Text stands as typed.
#[must_use]
pub fn answer_text(words: &Words, id: QuestionId, question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Unknown => words.ui(ui!("answer-unknown")).to_owned(),
        Answer::Unaffected => words.ui(ui!("answer-unaffected")).to_owned(),
        Answer::Choice(option) => words.option(id, *option).to_owned(),
        Answer::Multi(options) => {
            // Where a name holds a comma itself, commas between them would make more of them than there are.
            let between = if options.iter().any(|option| words.option(id, *option).contains(',')) { "; " } else { ", " };
            let mut chosen = String::new();
            for option in options {
                push_named(&mut chosen, between, words.option(id, *option));
            }
            chosen
        }
        Answer::Number(number) => {
            let number = signed(*number);
            match &question.kind {
                QuestionKind::Number { unit: Some(unit), .. } => [&number, " ", words.ui(*unit)].concat(),
                QuestionKind::Number { max, .. } => [&number, "/", &signed(*max)].concat(),
                _ => number,
            }
        }
        Answer::Text(text) => text.trim().to_owned(),
        Answer::Coded(coded) => coded_text(coded),
        Answer::Stays(stays) => {
            let mut text = String::new();
            for stay in stays {
                push_part(&mut text, "; ", &stay_text(words, stay));
            }
            text
        }
    }
}

/// Adds a name to a list within a sentence.
pub(super) fn push_to_list(list: &mut String, name: &str) {
    push_named(list, ", ", name);
}

fn push_named(list: &mut String, between: &str, name: &str) {
    if list.is_empty() {
        list.push_str(name);
    } else {
        list.push_str(between);
        push_within_a_sentence(list, name);
    }
}

/// Adds a part of a list, if there is something in it.
fn push_part(text: &mut String, between: &str, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push_str(between);
    }
    text.push_str(part);
}

/// "Hjerneslag (ICD-10 I63.9)", or what there is of it.
fn coded_text(coded: &Coded) -> String {
    let mut code = system_name(&coded.system).to_owned();
    push_part(&mut code, " ", &coded.code.trim().to_ascii_uppercase());
    match coded.text.trim() {
        "" => code,
        text if code.is_empty() => text.to_owned(),
        text => [text, " (", &code, ")"].concat(),
    }
}

/// "Hjemmesykepleie" -> "hjemmesykepleie", but "NAV" stays.
fn push_within_a_sentence(out: &mut String, text: &str) {
    let mut letters = text.chars();
    if let (Some(first), Some(second)) = (letters.next(), letters.next())
        && text::lower_case(second) == second
    {
        out.push(text::lower_case(first));
        out.push(second);
        out.push_str(letters.as_str());
    } else {
        out.push_str(text);
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
    let mut text = String::new();
    if let Some(ended) = stay.ended {
        let month = [words.month(ended.month), " ", &padded(ended.year.into(), 4)].concat();
        text = words.ui_with(ui!("letter-stay-ended"), &[("month", &month)]);
    }
    push_part(&mut text, ", ", stay.place.trim());
    push_part(&mut text, ", ", stay.line.trim());
    if stay.same_condition == Some(false) {
        push_part(&mut text, ", ", words.ui(ui!("letter-stay-other-condition")));
    }
    if stay.same_programme == Some(true) {
        push_part(&mut text, ", ", words.ui(ui!("letter-stay-same-programme")));
    }
    if text.is_empty() {
        text.push_str(words.ui(ui!("letter-stay-no-details")));
    }
    text
}
