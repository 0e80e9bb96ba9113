//! The written form of answers, the same in case files, drafts, prefilled context and exports (`questions.md`):
//! choices, yes-no and `unknown` are strings, numbers are numbers, several options are arrays, months are `"2025-03"`,
//! an untouched area is `"unaffected"`, a diagnosis is a table. A text that happens to be one of those two words is
//! written `{ "text": "unknown" }`, so that a typed word never turns into another answer.
//!
//! Reading never fails as a whole: what fits is kept, and every problem is told with what was found and what fits.

use super::{Answer, Answers, Coded, Stay, YearMonth};
use crate::rulebook::{OptionId, Question, QuestionId, QuestionKind, Rulebook};
use serde_json::{Map, Value, json};
use std::fmt;

/// Something in written answers that does not fit. English, for authors and integrators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The question id as written.
    pub question: String,
    /// What was found.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.message)?;
        if let Some(help) = &self.help {
            write!(out, "\n  help: {help}")?;
        }
        Ok(())
    }
}

/// Reads a table of answers. What does not fit is left out and told.
#[must_use]
pub fn read(rulebook: &Rulebook, written: &Map<String, Value>) -> (Answers, Vec<Problem>) {
    let mut answers = Answers::new();
    let mut problems = Vec::new();
    for (id, value) in written {
        let Some(question) = rulebook.question_by_id(id) else {
            let known = rulebook.questions.iter().map(|question| question.id.as_str());
            problems.push(Problem { question: id.clone(), message: format!("unknown question `{id}`"), help: suggest(id, known) });
            continue;
        };
        match read_one(rulebook, question, value) {
            Ok(Some(answer)) => answers.set(question, answer),
            Ok(None) => {}
            Err(mut found) => problems.append(&mut found),
        }
    }
    (answers, problems)
}

/// Reads one answer; `None` where the written form says nothing (no option chosen).
pub fn read_one(rulebook: &Rulebook, id: QuestionId, value: &Value) -> Result<Option<Answer>, Vec<Problem>> {
    let Some(question) = rulebook.question(id) else { return Ok(None) };
    if value.as_str() == Some("unknown") {
        return Ok(Some(Answer::Unknown));
    }
    let wrong = |expected: &str| vec![problem(question, format!("`{}` is {}", question.id, shown(value)), Some(expected.to_owned()))];
    match &question.kind {
        QuestionKind::Choice { options, .. } => match value.as_str() {
            Some(option) => read_option(question, option).map(|option| Some(Answer::Choice(option))).map_err(|one| vec![one]),
            None => Err(wrong(&format!("one of {}", list(options)))),
        },
        QuestionKind::Multi { options, exclusive } => read_multi(question, options, exclusive, value),
        QuestionKind::Number { min, max, above, .. } => read_number(rulebook, question, (*min, *max), *above, value),
        QuestionKind::Text { .. } => match typed(value) {
            Some(text) => Ok(Some(Answer::Text(text.to_owned()))),
            None => Err(wrong("a text in quotes")),
        },
        QuestionKind::Area { .. } if value.as_str() == Some("unaffected") => Ok(Some(Answer::Unaffected)),
        QuestionKind::Area { .. } => match typed(value) {
            Some(text) => Ok(Some(Answer::Text(text.to_owned()))),
            None => Err(wrong("a text in quotes, or \"unaffected\"")),
        },
        QuestionKind::Coded => read_coded(question, value),
        QuestionKind::Stays => read_stays(question, value),
    }
}

/// A text as it is, or in a table where it would mean something else.
fn typed(value: &Value) -> Option<&str> {
    match value.as_object() {
        Some(table) if table.len() == 1 => table.get("text").and_then(Value::as_str),
        Some(_) => None,
        None => value.as_str(),
    }
}

fn read_option(question: &Question, written: &str) -> Result<OptionId, Problem> {
    question.option_by_id(written).ok_or_else(|| {
        let known = question.options().iter().map(String::as_str);
        let help = suggest(written, known).unwrap_or_else(|| format!("one of {}", list(question.options())));
        problem(question, format!("`{}` has no option `{written}`", question.id), Some(help))
    })
}

fn read_multi(question: &Question, options: &[String], exclusive: &[OptionId], value: &Value) -> Result<Option<Answer>, Vec<Problem>> {
    let Some(written) = value.as_array() else {
        let help = format!("a list such as [\"{}\"]", options.first().map_or("", String::as_str));
        return Err(vec![problem(question, format!("`{}` is {}", question.id, shown(value)), Some(help))]);
    };
    let mut chosen = Vec::new();
    let mut problems = Vec::new();
    for one in written {
        match one.as_str().map(|one| read_option(question, one)) {
            Some(Ok(option)) => chosen.push(option),
            Some(Err(one)) => problems.push(one),
            None => problems.push(problem(question, format!("`{}` holds {}", question.id, shown(one)), Some(list(options)))),
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    if let Some(alone) = chosen.iter().find(|one| chosen.len() > 1 && exclusive.contains(one)) {
        let name = question.option_name(*alone);
        problems.push(problem(
            question,
            format!("`{}` has `{name}` together with other options", question.id),
            Some(format!("`{name}` stands alone: remove it or the others")),
        ));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok((!chosen.is_empty()).then_some(Answer::Multi(chosen)))
}

fn read_number(
    rulebook: &Rulebook,
    question: &Question,
    (min, max): (i32, i32),
    above: Option<QuestionId>,
    value: &Value,
) -> Result<Option<Answer>, Vec<Problem>> {
    let number = value.as_i64().and_then(|number| i32::try_from(number).ok());
    match number {
        Some(number) if min <= number && number <= max => Ok(Some(Answer::Number(number))),
        Some(number) => {
            let wider = above.filter(|_| number > max).map(|wider| rulebook.question_name(wider));
            let help = match wider {
                Some(wider) => format!("between {min} and {max}; for the wider scale use `{wider}`"),
                None => format!("between {min} and {max}"),
            };
            Err(vec![problem(question, format!("`{}` is {number}, outside its scale", question.id), Some(help))])
        }
        None => Err(vec![problem(
            question,
            format!("`{}` is {}", question.id, shown(value)),
            Some(format!("a whole number between {min} and {max}, without quotes")),
        )]),
    }
}

fn read_coded(question: &Question, value: &Value) -> Result<Option<Answer>, Vec<Problem>> {
    let form = "a table { system = \"icpc-2\" or \"icd-10\", code = \"…\", text = \"…\" }";
    if let Some(text) = value.as_str() {
        return Ok(Some(Answer::Coded(Coded { text: text.to_owned(), ..Coded::default() })));
    }
    let Some(table) = value.as_object() else {
        return Err(vec![problem(question, format!("`{}` is {}", question.id, shown(value)), Some(form.to_owned()))]);
    };
    let mut coded = Coded::default();
    let mut problems = Vec::new();
    for (key, part) in table {
        match (key.as_str(), part.as_str()) {
            ("system", Some(system @ ("icpc-2" | "icd-10" | ""))) => coded.system = system.to_owned(),
            ("code", Some(code)) => coded.code = code.to_owned(),
            ("text", Some(text)) => coded.text = text.to_owned(),
            _ => problems.push(problem(question, format!("`{}` has {key} = {}", question.id, shown(part)), Some(form.to_owned()))),
        }
    }
    if problems.is_empty() { Ok(Some(Answer::Coded(coded))) } else { Err(problems) }
}

fn read_stays(question: &Question, value: &Value) -> Result<Option<Answer>, Vec<Problem>> {
    let Some(written) = value.as_array() else {
        let help = "a list of stays, each [[answers.stays]] with ended = \"2025-03\" and so on".to_owned();
        return Err(vec![problem(question, format!("`{}` is {}", question.id, shown(value)), Some(help))]);
    };
    let mut stays = Vec::new();
    let mut problems = Vec::new();
    for (position, one) in written.iter().enumerate() {
        let at = position + 1;
        let Some(table) = one.as_object() else {
            problems.push(problem(question, format!("stay {at} is {}", shown(one)), Some("a table".to_owned())));
            continue;
        };
        let mut stay = Stay::default();
        for (key, part) in table {
            match read_stay_part(&mut stay, key, part) {
                Ok(()) => {}
                Err((message, help)) => problems.push(problem(question, format!("stay {at}: {message}"), Some(help))),
            }
        }
        stays.push(stay);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Some(Answer::Stays(stays)))
}

fn read_stay_part(stay: &mut Stay, key: &str, part: &Value) -> Result<(), (String, String)> {
    let yes_no = || match part.as_str() {
        Some("yes") => Ok(Some(true)),
        Some("no") => Ok(Some(false)),
        Some("unknown") => Ok(None),
        _ => Err((format!("`{key}` is {}", shown(part)), "\"yes\", \"no\" or \"unknown\"".to_owned())),
    };
    match key {
        "ended" => {
            let month = part.as_str().and_then(YearMonth::parse);
            stay.ended = Some(month.ok_or_else(|| {
                (format!("`ended` is {}, which is no month", shown(part)), "year and month, such as \"2025-03\"".to_owned())
            })?);
        }
        "place" | "line" => {
            let text = part.as_str().ok_or_else(|| (format!("`{key}` is {}", shown(part)), "a text in quotes".to_owned()))?;
            if key == "place" { stay.place = text.to_owned() } else { stay.line = text.to_owned() }
        }
        "same-condition" => stay.same_condition = yes_no()?,
        "same-programme" => stay.same_programme = yes_no()?,
        _ => {
            let known = ["ended", "place", "line", "same-condition", "same-programme"];
            let help = suggest(key, known.into_iter()).unwrap_or_else(|| known.join(", "));
            return Err((format!("unknown part `{key}`"), help));
        }
    }
    Ok(())
}

/// The written form of all answers.
#[must_use]
pub fn write(rulebook: &Rulebook, answers: &Answers) -> Map<String, Value> {
    answers
        .iter()
        .filter_map(|(id, answer)| rulebook.question(id).map(|question| (question.id.clone(), write_one(question, answer))))
        .collect()
}

/// The written form of one answer.
#[must_use]
pub fn write_one(question: &Question, answer: &Answer) -> Value {
    match answer {
        Answer::Unknown => json!("unknown"),
        Answer::Unaffected => json!("unaffected"),
        Answer::Choice(option) => json!(question.option_name(*option)),
        Answer::Multi(options) => options.iter().map(|option| question.option_name(*option)).collect(),
        Answer::Number(number) => json!(number),
        Answer::Text(text) if matches!(text.as_str(), "unknown" | "unaffected") => json!({ "text": text }),
        Answer::Text(text) => json!(text),
        Answer::Coded(coded) => json!({ "system": coded.system, "code": coded.code, "text": coded.text }),
        Answer::Stays(stays) => stays.iter().map(write_stay).collect(),
    }
}

fn write_stay(stay: &Stay) -> Value {
    let mut table = Map::new();
    let yes_no = |yes: bool| json!(if yes { "yes" } else { "no" });
    if let Some(ended) = stay.ended {
        table.insert("ended".to_owned(), json!(ended.to_string()));
    }
    for (key, text) in [("place", &stay.place), ("line", &stay.line)] {
        if !text.is_empty() {
            table.insert(key.to_owned(), json!(text));
        }
    }
    for (key, value) in [("same-condition", stay.same_condition), ("same-programme", stay.same_programme)] {
        if let Some(yes) = value {
            table.insert(key.to_owned(), yes_no(yes));
        }
    }
    Value::Object(table)
}

fn problem(question: &Question, message: String, help: Option<String>) -> Problem {
    Problem { question: question.id.clone(), message, help }
}

fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() > 60 { text.chars().take(60).chain(['…']).collect() } else { text }
}

fn list(options: &[String]) -> String {
    options.iter().map(|option| format!("`{option}`")).collect::<Vec<_>>().join(", ")
}

/// "did you mean `goal`?", when something known is close.
#[cfg(feature = "authoring")]
pub fn suggest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, name)| *distance <= 2.max(name.len() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| format!("did you mean `{name}`?"))
}

/// In the browser nobody reads suggestions; they are left out of the wasm.
#[cfg(not(feature = "authoring"))]
pub fn suggest<'a>(_: &str, _: impl Iterator<Item = &'a str>) -> Option<String> {
    None
}
