//! Reads a draft back. Takes any text at all: what fits is restored, what does not is set aside and told.

use super::format::FORMAT;
use hs_core::Answers;
use hs_core::answers::{Answer, notation};
use hs_core::json::{self, Json};
use hs_core::listed::Listed;
use hs_core::numbers::whole;
use hs_core::rulebook::QuestionSet;
use hs_core::rulebook::{QuestionId, Region, Rulebook};
use hs_core::summary::Replies;

/// What a text from storage gave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Restored {
    /// The answers that fit the questions of today.
    pub answers: Answers,
    /// Those of them that came from the host page.
    pub prefilled: QuestionSet,
    /// The replies to findings. Kept also when their rule no longer stands: it may in another region.
    pub replies: Replies,
    /// The region.
    pub region: Option<Region>,
    /// When it was begun, in milliseconds since 1970, if it says.
    pub begun: Option<u64>,
    /// When it was saved, likewise.
    pub saved: Option<u64>,
    /// What did not fit, in the order of the text.
    pub set_aside: Vec<SetAside>,
    /// What the text was.
    pub note: Note,
}

/// A part of a draft that does not fit any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The question id or the part of the draft, as written.
    pub part: String,
    /// What stood there: the doctor's words, or JSON.
    pub value: String,
}

/// What kind of text it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Note {
    /// No draft at all.
    #[default]
    Unreadable,
    /// A draft of a version this build knows.
    Known,
    /// A draft of a later version: restored as far as it goes.
    Newer,
}

impl Restored {
    /// Whether there is anything to continue with.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.replies.is_empty() && self.set_aside.is_empty()
    }

    fn set_aside(&mut self, part: &str, value: &Json) {
        let value = value.as_str().map_or_else(|| value.text(), str::to_owned);
        self.set_aside.push(SetAside { part: part.to_owned(), value });
    }
}

/// Restores a draft. Total: any text, any rulebook. Restoring what was restored and written again changes nothing.
#[must_use]
pub fn restore(text: &str, rulebook: &Rulebook) -> Restored {
    let mut restored = Restored::default();
    let Some(draft) = json::parse(text) else { return restored };
    let Some(format) = draft.get("format").and_then(Json::as_u64).filter(|format| *format >= 1) else { return restored };
    restored.note = if format > FORMAT { Note::Newer } else { Note::Known };
    restored.begun = time(&draft, "begun");
    restored.saved = time(&draft, "saved");
    match draft.get("region") {
        None | Some(Json::Null) => {}
        Some(written) => match written.as_str().and_then(Region::from_id) {
            Some(region) => restored.region = Some(region),
            None => restored.set_aside("region", written),
        },
    }
    match draft.get("answers") {
        None | Some(Json::Null) => {}
        Some(Json::Table(written)) => written.iter().for_each(|(id, value)| answer(&mut restored, rulebook, id, value)),
        Some(other) => restored.set_aside("answers", other),
    }
    match draft.get("replies") {
        None | Some(Json::Null) => {}
        Some(Json::Table(written)) => written.iter().for_each(|(rule, value)| match value.as_str() {
            Some(reason) => {
                restored.replies.insert(rule.clone(), reason.to_owned());
            }
            None => restored.set_aside(rule, value),
        }),
        Some(other) => restored.set_aside("replies", other),
    }
    // Only marks: those of questions that are gone are gone with them.
    let marks = draft.get("prefilled").and_then(Json::as_list).unwrap_or_default();
    let known = marks.iter().filter_map(|id| rulebook.question_by_id(id.as_str()?));
    restored.prefilled = known.filter(|id| restored.answers.get(*id).is_some()).collect();
    restored
}

/// A time of a draft. Earlier builds wrote times with a fraction, which is always nought.
pub(super) fn time(draft: &Json, key: &str) -> Option<u64> {
    let Json::Number(written) = draft.get(key)? else { return None };
    let time = whole(written.strip_suffix(".0").unwrap_or(written))?;
    // The years a browser's clock can show; outside them a number is no time.
    (time < 8_640_000_000_000_000).then_some(time)
}

fn answer(restored: &mut Restored, rulebook: &Rulebook, id: &str, value: &Json) {
    let Some(question) = rulebook.question_by_id(id) else { return restored.set_aside(id, value) };
    match notation::read_one(rulebook, question, value) {
        Ok(Some(answer)) => restored.answers.set(question, answer),
        Ok(None) => {}
        Err(_) => in_parts(restored, rulebook, question, id, value),
    }
}

/// A list is restored in parts: one option that is gone must not take the others with it.
fn in_parts(restored: &mut Restored, rulebook: &Rulebook, question: QuestionId, id: &str, value: &Json) {
    let read = |parts: &[&Json]| -> Option<Answer> {
        let list = Json::List(parts.iter().map(|part| (*part).clone()).listed());
        notation::read_one(rulebook, question, &list).ok().flatten()
    };
    let Some(parts) = value.as_list() else { return restored.set_aside(id, value) };
    let (fit, unfit): (Vec<&Json>, Vec<&Json>) = parts.iter().partition(|part| read(&[part]).is_some());
    match read(&fit) {
        Some(answer) => {
            restored.answers.set(question, answer);
            unfit.into_iter().for_each(|part| restored.set_aside(id, part));
        }
        None => restored.set_aside(id, value),
    }
}
