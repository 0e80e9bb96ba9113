//! The written form of answers, the same in case files, drafts, prefilled context and exports (`questions.md`):
//! choices, yes-no and `unknown` are strings, numbers are numbers, several options are arrays, months are `"2025-03"`,
//! an untouched area is `"unaffected"`, a diagnosis is a table. A text that happens to be one of those two words is
//! written `{ "text": "unknown" }`, so that a typed word never turns into another answer.
//!
//! Reading never fails as a whole: what fits is kept, and every problem is told with what was found and what fits.

use super::{Answer, Answers, Coded, Stay, YearMonth, identifier};
use crate::json::Json;
use crate::listed::{Listed, joined};
use crate::numbers::{decimal, signed};
use crate::rulebook::{OptionId, Question, QuestionId, QuestionKind, Rulebook};
#[cfg(feature = "authoring")]
use std::fmt;

/// Something in written answers that does not fit. English, for authors and integrators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The question id as written.
    pub question: String,
    /// What was found. It may be a patient's: only authors' tools keep it.
    #[cfg(feature = "authoring")]
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Problem {
    /// A problem with what was found, in parts.
    #[cfg_attr(not(feature = "authoring"), allow(unused_variables, reason = "what was found is the authors' alone"))]
    fn new(question: &str, found: &[&str], help: Option<String>) -> Self {
        Self {
            question: question.to_owned(),
            #[cfg(feature = "authoring")]
            message: found.concat(),
            help,
        }
    }

    /// What it is about and what fits there, without what was found: that may be a patient's, and must not reach a log.
    #[must_use]
    pub fn expected(&self) -> String {
        ["`", &self.question, "`: ", self.help.as_deref().unwrap_or("unknown question")].concat()
    }

    /// What was found and what to do, on two lines.
    #[cfg(feature = "authoring")]
    #[must_use]
    pub fn told(&self) -> String {
        let (between, help) = self.help.as_ref().map_or(("", ""), |help| ("\n  help: ", help));
        [self.message.as_str(), between, help].concat()
    }
}

#[cfg(feature = "authoring")]
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
            problems.push(Problem::new(id, &["unknown question `", id, "`"], suggest(id, known)));
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
    let mut reader = Reader { rulebook, question, problems: Vec::new() };
    let answer = reader.answer(value);
    if reader.problems.is_empty() { Ok(answer) } else { Err(reader.problems) }
}

/// The answer to one question being read. What is read counts only where there are no problems.
struct Reader<'a> {
    rulebook: &'a Rulebook,
    question: &'a Question,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn answer(&mut self, value: &Json) -> Option<Answer> {
        let text = value.as_str();
        if text == Some("unknown") {
            return Some(Answer::Unknown);
        }
        match &self.question.kind {
            QuestionKind::Choice { options, .. } => match text {
                Some(option) => self.option(option).map(Answer::Choice),
                None => self.other_form(value, &["one of ", &list(options)]),
            },
            QuestionKind::Multi { options, exclusive } => self.options(options, exclusive, value),
            QuestionKind::Number { min, max, above, .. } => self.number((*min, *max), *above, value),
            QuestionKind::Area { .. } if text == Some("unaffected") => Some(Answer::Unaffected),
            kind @ (QuestionKind::Text { .. } | QuestionKind::Area { .. }) => match typed(value) {
                Some(text) => Some(Answer::Text(text.to_owned())),
                None => {
                    let or = if matches!(kind, QuestionKind::Area { .. }) { ", or \"unaffected\"" } else { "" };
                    self.other_form(value, &["a text in quotes", or])
                }
            },
            QuestionKind::Coded => self.coded(value),
            QuestionKind::Stays => self.stays(value),
        }
    }

    /// Keeps a problem: what was found, and what to do.
    fn tell(&mut self, found: &[&str], help: &[&str]) {
        self.problems.push(Problem::new(&self.question.id, found, Some(help.concat())));
    }

    /// What was found, said after the name of the question.
    fn wrong(&mut self, found: &[&str], help: &[&str]) {
        let name = self.question.id.clone();
        let found = if cfg!(feature = "authoring") { found.concat() } else { String::new() };
        self.tell(&["`", &name, "`", &found], help);
    }

    /// An answer that is written in another form than its question takes: none.
    fn other_form(&mut self, value: &Json, expected: &[&str]) -> Option<Answer> {
        self.wrong(&[" is ", &shown(value)], expected);
        None
    }

    fn option(&mut self, written: &str) -> Option<OptionId> {
        let option = self.question.option_by_id(written);
        if option.is_none() {
            let options = self.question.options();
            let help = suggest(written, options.iter().map(String::as_str));
            let help = help.unwrap_or_else(|| ["one of ", &list(options)].concat());
            self.wrong(&[" has no option `", written, "`"], &[&help]);
        }
        option
    }

    fn options(&mut self, options: &[String], exclusive: &[OptionId], value: &Json) -> Option<Answer> {
        let Some(written) = value.as_list() else {
            let first = options.first().map_or("", String::as_str);
            return self.other_form(value, &["a list such as [\"", first, "\"]"]);
        };
        let mut chosen = Vec::new();
        for one in written {
            let Some(name) = one.as_str() else {
                self.wrong(&[" holds ", &shown(one)], &[&list(options)]);
                continue;
            };
            if let Some(option) = self.option(name)
                && let Err(place) = chosen.binary_search(&option)
            {
                chosen.insert(place, option);
            }
        }
        if let Some(alone) = chosen.iter().find(|one| chosen.len() > 1 && exclusive.contains(one)) {
            let name = self.question.option_name(*alone);
            self.wrong(&[" has `", name, "` together with other options"], &["`", name, "` stands alone: remove it or the others"]);
        }
        (!chosen.is_empty()).then_some(Answer::Multi(chosen))
    }

    fn number(&mut self, (min, max): (i32, i32), above: Option<QuestionId>, value: &Json) -> Option<Answer> {
        let bounds = ["between ", &signed(min), " and ", &signed(max)].concat();
        let Some(number) = value.as_i64().and_then(|number| i32::try_from(number).ok()) else {
            return self.other_form(value, &["a whole number ", &bounds, ", without quotes"]);
        };
        if number < min || number > max {
            let wider = above.filter(|_| number > max).map(|wider| self.rulebook.question_name(wider));
            let (before, wider, after) = wider.map_or(("", "", ""), |name| ("; for the wider scale use `", name, "`"));
            self.wrong(&[" is ", &signed(number), ", outside its scale"], &[&bounds, before, wider, after]);
        }
        Some(Answer::Number(number))
    }

    fn coded(&mut self, value: &Json) -> Option<Answer> {
        let form = "a table { system = \"icpc-2\" or \"icd-10\", code = \"…\", text = \"…\" }";
        let mut coded = Coded::default();
        if let Some(text) = value.as_str() {
            coded.text = text.to_owned();
            return Some(Answer::Coded(coded));
        }
        let Some(table) = value.as_table() else { return self.other_form(value, &[form]) };
        for (key, part) in table {
            match (key.as_str(), part.as_str()) {
                ("system", Some(system @ ("icpc-2" | "icd-10" | ""))) => coded.system = system.to_owned(),
                ("code", Some(code)) => coded.code = code.to_owned(),
                ("text", Some(text)) => coded.text = text.to_owned(),
                _ => self.wrong(&[" has ", key, " = ", &shown(part)], &[form]),
            }
        }
        Some(Answer::Coded(coded))
    }

    fn stays(&mut self, value: &Json) -> Option<Answer> {
        let Some(written) = value.as_list() else {
            return self.other_form(value, &["a list of stays, each [[answers.stays]] with ended = \"2025-03\" and so on"]);
        };
        let mut stays = Vec::new();
        for one in written {
            let place = decimal(stays.len() + 1);
            let mut stay = Stay::default();
            match one.as_table() {
                Some(table) => table.iter().for_each(|(key, part)| self.stay_part(&mut stay, &place, key, part)),
                None => self.tell(&["stay ", &place, " is ", &shown(one)], &["a table"]),
            }
            stays.push(stay);
        }
        Some(Answer::Stays(stays))
    }

    /// One part of the stay at this place of the list.
    fn stay_part(&mut self, stay: &mut Stay, place: &str, key: &str, part: &Json) {
        let text = part.as_str();
        let keep = |kept: &mut String| {
            *kept = text.unwrap_or_default().to_owned();
            (text.is_some(), "", "a text in quotes")
        };
        let yes_no = |kept: &mut Option<bool>| {
            *kept = text.filter(|text| *text != "unknown").map(|text| text == "yes");
            (matches!(text, Some("yes" | "no" | "unknown")), "", "\"yes\", \"no\" or \"unknown\"")
        };
        let (fits, but, help) = match key {
            "ended" => {
                stay.ended = text.and_then(YearMonth::parse);
                (stay.ended.is_some(), ", which is no month", "year and month, such as \"2025-03\"")
            }
            "place" => keep(&mut stay.place),
            "line" => keep(&mut stay.line),
            "same-condition" => yes_no(&mut stay.same_condition),
            "same-programme" => yes_no(&mut stay.same_programme),
            _ => {
                let known = ["ended", "place", "line", "same-condition", "same-programme"];
                let help = suggest(key, known.into_iter()).unwrap_or_else(|| joined(&known, ", "));
                return self.tell(&["stay ", place, ": unknown part `", key, "`"], &[&help]);
            }
        };
        if !fits {
            self.tell(&["stay ", place, ": `", key, "` is ", &shown(part), but], &[help]);
        }
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

fn shown(value: &Json) -> String {
    if !cfg!(feature = "authoring") {
        return String::new();
    }
    // Before it is cut: half a number could still be worked out.
    let mut text = identifier::redact(&value.text());
    if let Some((end, _)) = text.char_indices().nth(60) {
        text.truncate(end);
        text.push('…');
    }
    text
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_told_without_what_was_found() {
        let found = ["`purpose` has no option `", "Kari Nordmann", "`"];
        let problem = |help: Option<&str>| Problem::new("purpose", &found, help.map(str::to_owned));
        assert_eq!(problem(Some("one of `respite`")).expected(), "`purpose`: one of `respite`");
        assert_eq!(problem(None).expected(), "`purpose`: unknown question");
    }
}
