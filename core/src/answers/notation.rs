//! The written form of answers, the same in case files, drafts, prefilled context and exports (`questions.md`):
//! choices, yes-no and `unknown` are strings, numbers are numbers, several options are arrays, months are `"2025-03"`,
//! an untouched area is `"unaffected"`, a diagnosis is a table. A text that happens to be one of those two words is
//! written `{ "text": "unknown" }`, so that a typed word never turns into another answer.
//!
//! Reading never fails as a whole: what fits is kept, and every problem is told with what was found and what fits.

use super::{Answer, Answers, Coded, Stay, YearMonth, identifier};
use crate::json::Json;
use crate::listed::Listed;
use crate::numbers::{decimal, signed};
use crate::rulebook::{OptionId, Question, QuestionId, QuestionKind, Rulebook};
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

impl Problem {
    /// What was found and what to do, on two lines.
    #[must_use]
    pub fn told(&self) -> String {
        let (between, help) = self.help.as_ref().map_or(("", ""), |help| ("\n  help: ", help));
        [self.message.as_str(), between, help].concat()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.told())
    }
}

/// Reads a table of answers. What does not fit is left out and told.
#[must_use]
pub fn read(rulebook: &Rulebook, written: &[(String, Json)]) -> (Answers, Vec<Problem>) {
    let mut answers = Answers::new();
    let mut problems = Vec::new();
    for (id, value) in written {
        let Some(question) = rulebook.question_by_id(id) else {
            let known = rulebook.questions.iter().map(|question| question.id.as_str());
            let message = ["unknown question `", id, "`"].concat();
            problems.push(Problem { question: id.clone(), message, help: suggest(id, known) });
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
pub fn read_one(rulebook: &Rulebook, id: QuestionId, value: &Json) -> Result<Option<Answer>, Vec<Problem>> {
    let Some(question) = rulebook.question(id) else { return Ok(None) };
    if value.as_str() == Some("unknown") {
        return Ok(Some(Answer::Unknown));
    }
    match &question.kind {
        QuestionKind::Choice { options, .. } => match value.as_str() {
            Some(option) => read_option(question, option).map(|option| Some(Answer::Choice(option))).map_err(|one| vec![one]),
            None => Err(other_form(question, value, one_of(options))),
        },
        QuestionKind::Multi { options, exclusive } => read_multi(question, options, exclusive, value),
        QuestionKind::Number { min, max, above, .. } => read_number(rulebook, question, (*min, *max), *above, value),
        QuestionKind::Text { .. } => match typed(value) {
            Some(text) => Ok(Some(Answer::Text(text.to_owned()))),
            None => Err(other_form(question, value, "a text in quotes".to_owned())),
        },
        QuestionKind::Area { .. } if value.as_str() == Some("unaffected") => Ok(Some(Answer::Unaffected)),
        QuestionKind::Area { .. } => match typed(value) {
            Some(text) => Ok(Some(Answer::Text(text.to_owned()))),
            None => Err(other_form(question, value, "a text in quotes, or \"unaffected\"".to_owned())),
        },
        QuestionKind::Coded => read_coded(question, value),
        QuestionKind::Stays => read_stays(question, value),
    }
}

/// A text as it is, or in a table where it would mean something else.
fn typed(value: &Json) -> Option<&str> {
    match value.as_table() {
        Some([(key, text)]) if key == "text" => text.as_str(),
        Some(_) => None,
        None => value.as_str(),
    }
}

fn read_option(question: &Question, written: &str) -> Result<OptionId, Problem> {
    question.option_by_id(written).ok_or_else(|| {
        let known = question.options().iter().map(String::as_str);
        let help = suggest(written, known).unwrap_or_else(|| one_of(question.options()));
        problem(question, &[" has no option `", written, "`"], help)
    })
}

fn read_multi(question: &Question, options: &[String], exclusive: &[OptionId], value: &Json) -> Result<Option<Answer>, Vec<Problem>> {
    let Some(written) = value.as_list() else {
        let help = ["a list such as [\"", options.first().map_or("", String::as_str), "\"]"].concat();
        return Err(other_form(question, value, help));
    };
    let mut chosen = Vec::new();
    let mut problems = Vec::new();
    for one in written {
        match one.as_str().map(|one| read_option(question, one)) {
            Some(Ok(option)) => {
                if let Err(place) = chosen.binary_search(&option) {
                    chosen.insert(place, option);
                }
            }
            Some(Err(one)) => problems.push(one),
            None => problems.push(problem(question, &[" holds ", &shown(one)], list(options))),
        }
    }
    if let Some(alone) = chosen.iter().find(|one| chosen.len() > 1 && exclusive.contains(one)) {
        let name = question.option_name(*alone);
        let help = ["`", name, "` stands alone: remove it or the others"].concat();
        problems.push(problem(question, &[" has `", name, "` together with other options"], help));
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
    value: &Json,
) -> Result<Option<Answer>, Vec<Problem>> {
    let bounds = || ["between ", &signed(min), " and ", &signed(max)].concat();
    match value.as_i64().and_then(|number| i32::try_from(number).ok()) {
        Some(number) if min <= number && number <= max => Ok(Some(Answer::Number(number))),
        Some(number) => {
            let mut help = bounds();
            if let Some(wider) = above.filter(|_| number > max) {
                help = [&help, "; for the wider scale use `", rulebook.question_name(wider), "`"].concat();
            }
            Err(vec![problem(question, &[" is ", &signed(number), ", outside its scale"], help)])
        }
        None => Err(other_form(question, value, ["a whole number ", &bounds(), ", without quotes"].concat())),
    }
}

fn read_coded(question: &Question, value: &Json) -> Result<Option<Answer>, Vec<Problem>> {
    let form = "a table { system = \"icpc-2\" or \"icd-10\", code = \"…\", text = \"…\" }";
    if let Some(text) = value.as_str() {
        return Ok(Some(Answer::Coded(Coded { text: text.to_owned(), ..Coded::default() })));
    }
    let Some(table) = value.as_table() else {
        return Err(other_form(question, value, form.to_owned()));
    };
    let mut coded = Coded::default();
    let mut problems = Vec::new();
    for (key, part) in table {
        match (key.as_str(), part.as_str()) {
            ("system", Some(system @ ("icpc-2" | "icd-10" | ""))) => coded.system = system.to_owned(),
            ("code", Some(code)) => coded.code = code.to_owned(),
            ("text", Some(text)) => coded.text = text.to_owned(),
            _ => problems.push(problem(question, &[" has ", key, " = ", &shown(part)], form.to_owned())),
        }
    }
    if problems.is_empty() { Ok(Some(Answer::Coded(coded))) } else { Err(problems) }
}

fn read_stays(question: &Question, value: &Json) -> Result<Option<Answer>, Vec<Problem>> {
    let Some(written) = value.as_list() else {
        let help = "a list of stays, each [[answers.stays]] with ended = \"2025-03\" and so on".to_owned();
        return Err(other_form(question, value, help));
    };
    let mut stays = Vec::new();
    let mut problems = Vec::new();
    for (position, one) in written.iter().enumerate() {
        let mut wrong = |found: &str, help: String| {
            let message = ["stay ", &decimal(position + 1), found].concat();
            problems.push(Problem { question: question.id.clone(), message, help: Some(help) });
        };
        let Some(table) = one.as_table() else {
            wrong(&[" is ", &shown(one)].concat(), "a table".to_owned());
            continue;
        };
        let mut stay = Stay::default();
        for (key, part) in table {
            if let Err((found, help)) = read_stay_part(&mut stay, key, part) {
                wrong(&[": ", &found].concat(), help);
            }
        }
        stays.push(stay);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Some(Answer::Stays(stays)))
}

fn read_stay_part(stay: &mut Stay, key: &str, part: &Json) -> Result<(), (String, String)> {
    let wrong = |but: &str, help: &str| (["`", key, "` is ", &shown(part), but].concat(), help.to_owned());
    let yes_no = || match part.as_str() {
        Some("yes") => Ok(Some(true)),
        Some("no") => Ok(Some(false)),
        Some("unknown") => Ok(None),
        _ => Err(wrong("", "\"yes\", \"no\" or \"unknown\"")),
    };
    let text = || part.as_str().map(str::to_owned).ok_or_else(|| wrong("", "a text in quotes"));
    match key {
        "ended" => {
            let month = part.as_str().and_then(YearMonth::parse);
            stay.ended = Some(month.ok_or_else(|| wrong(", which is no month", "year and month, such as \"2025-03\""))?);
        }
        "place" => stay.place = text()?,
        "line" => stay.line = text()?,
        "same-condition" => stay.same_condition = yes_no()?,
        "same-programme" => stay.same_programme = yes_no()?,
        _ => {
            let known = ["ended", "place", "line", "same-condition", "same-programme"];
            let help = suggest(key, known.into_iter()).unwrap_or_else(|| known.join(", "));
            return Err((["unknown part `", key, "`"].concat(), help));
        }
    }
    Ok(())
}

/// The written form of all answers.
#[must_use]
pub fn write(rulebook: &Rulebook, answers: &Answers) -> Vec<(String, Json)> {
    let mut written = Vec::new();
    for (id, answer) in answers.iter() {
        if let Some(question) = rulebook.question(id) {
            written.push((question.id.clone(), write_one(question, answer)));
        }
    }
    written
}

/// The written form of one answer.
#[must_use]
pub fn write_one(question: &Question, answer: &Answer) -> Json {
    match answer {
        Answer::Unknown => "unknown".into(),
        Answer::Unaffected => "unaffected".into(),
        Answer::Choice(option) => question.option_name(*option).into(),
        Answer::Multi(options) => Json::List(options.iter().map(|option| question.option_name(*option).into()).listed()),
        Answer::Number(number) => (*number).into(),
        Answer::Text(typed) if matches!(typed.as_str(), "unknown" | "unaffected") => table(&[("text", typed)]),
        Answer::Text(typed) => typed.as_str().into(),
        Answer::Coded(coded) => table(&[("system", &coded.system), ("code", &coded.code), ("text", &coded.text)]),
        Answer::Stays(stays) => Json::List(stays.iter().map(write_stay).listed()),
    }
}

/// Only what is said of the stay.
fn write_stay(stay: &Stay) -> Json {
    let yes_no = |said: Option<bool>| said.map_or("", |yes| if yes { "yes" } else { "no" });
    let ended = stay.ended.map(YearMonth::written).unwrap_or_default();
    let mut parts = vec![("ended", ended.as_str()), ("place", &stay.place), ("line", &stay.line)];
    parts.extend([("same-condition", yes_no(stay.same_condition)), ("same-programme", yes_no(stay.same_programme))]);
    parts.retain(|(_, part)| !part.is_empty());
    table(&parts)
}

fn table(parts: &[(&str, &str)]) -> Json {
    Json::Table(parts.iter().map(|(key, part)| ((*key).to_owned(), (*part).into())).listed())
}

/// What was found, said after the name of the question.
fn problem(question: &Question, found: &[&str], help: String) -> Problem {
    let message = ["`", &question.id, "`", &found.concat()].concat();
    Problem { question: question.id.clone(), message, help: Some(help) }
}

/// An answer that is written in another form than its question takes.
fn other_form(question: &Question, value: &Json, expected: String) -> Vec<Problem> {
    vec![problem(question, &[" is ", &shown(value)], expected)]
}

fn shown(value: &Json) -> String {
    // Before it is cut: half a number could still be worked out.
    let text = identifier::redact(&value.text());
    if text.chars().count() > 60 { text.chars().take(60).chain(['…']).collect() } else { text }
}

fn list(options: &[String]) -> String {
    let mut list = String::new();
    for option in options {
        list.push_str(if list.is_empty() { "`" } else { ", `" });
        list.push_str(option);
        list.push('`');
    }
    list
}

fn one_of(options: &[String]) -> String {
    ["one of ", &list(options)].concat()
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
