//! The written form of a draft, version 1. It has its own version and never holds the core's types:
//! answers are in the notation of `hs_core::answers::notation`, which case files and host pages use too.
//!
//! ```json
//! { "format": 1, "region": "midt", "lang": "nb", "begun": 1795341720000, "saved": 1795341725000,
//!   "answers": { "earlier-stay": "yes" }, "prefilled": ["earlier-stay"], "replies": { "some-rule": "fordi …" } }
//! ```
//! Texts of this form live in browsers. Whoever changes it adds a version, teaches `restore` both, and adds a file to
//! `tests/drafts/`; none is ever taken away from there.

use hs_core::Answers;
use hs_core::answers::{identifier, notation};
use hs_core::json::{Json, table};
use hs_core::listed::Listed;
use hs_core::rulebook::words::Lang;
use hs_core::rulebook::{QuestionSet, Region, Rulebook};
use hs_core::summary::Replies;

/// The version that is written.
pub const FORMAT: u64 = 1;

/// What a draft holds.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The region, if chosen.
    pub region: Option<Region>,
    /// The language on screen.
    pub lang: Lang,
    /// When the first answer was given, in milliseconds since 1970.
    pub begun: u64,
    /// Now, likewise.
    pub saved: u64,
    /// The answers.
    pub answers: &'a Answers,
    /// Those that came from the host page and were not touched.
    pub prefilled: &'a QuestionSet,
    /// The replies to findings.
    pub replies: &'a Replies,
}

/// What to do with identity numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    /// As typed: for what stays in the page's own memory.
    Kept,
    /// Replaced by `identifier::REMOVED`: for everything else.
    Removed,
}

/// The draft as JSON. The question table is the same in every region, so any region's rulebook serves.
#[must_use]
pub fn write(rulebook: &Rulebook, draft: &Draft, numbers: Numbers) -> Json {
    let mut answers = Json::Table(notation::write(rulebook, draft.answers));
    let mut replies = Json::Table(draft.replies.iter().map(|(rule, reply)| (rule.to_owned(), reply.into())).listed());
    if numbers == Numbers::Removed {
        redact(&mut answers);
        redact(&mut replies);
    }
    let prefilled = draft.prefilled.to_vec();
    table([
        ("format", FORMAT.into()),
        ("region", draft.region.map(Region::id).into()),
        ("lang", draft.lang.id().into()),
        ("begun", draft.begun.into()),
        ("saved", draft.saved.into()),
        ("answers", answers),
        ("prefilled", Json::List(prefilled.into_iter().map(|id| rulebook.question_name(id).into()).listed())),
        ("replies", replies),
    ])
}

/// Takes identity numbers out of every text in a value. Keys are ids and are left alone.
pub(crate) fn redact(value: &mut Json) {
    match value {
        Json::Text(text) if identifier::is_in(text) => *text = identifier::redact(text),
        Json::List(values) => values.iter_mut().for_each(redact),
        Json::Table(entries) => entries.iter_mut().for_each(|(_, value)| redact(value)),
        _ => {}
    }
}
