//! What to say: the referral text as an ordered document in one language.
//!
//! The doctor's facts and replies only, never the tool's findings: what is not relevant, not answered or not for the
//! letter is left out. Ends with the attachments. Identity numbers stand as typed; `redacted` takes them out.

mod values;

pub use values::{answer_text, stay_text};

use crate::answers::{Answer, Answers, identifier};
use crate::assess::Assessment;
use crate::rulebook::words::{Lang, Words};
use crate::rulebook::{Question, QuestionId, Rulebook};
use std::collections::BTreeMap;

/// The doctor's replies to findings, by rule id: "vurdert, gjelder ikke fordi …".
pub type Replies = BTreeMap<String, String>;

/// A document in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The language.
    pub lang: Lang,
    /// Which order it has.
    pub layout: String,
    /// What it is and to whom.
    pub title: String,
    /// The parts that say something.
    pub sections: Vec<Section>,
    /// What is attached, and what is said not to be.
    pub attachments: Option<Section>,
    /// Edition of the rulebook, for small print.
    pub version: String,
}

/// A part of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line: perhaps a label, and what the doctor said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The question it comes from; none for replies.
    pub question: Option<QuestionId>,
    /// Its name.
    pub label: Option<String>,
    /// The words.
    pub text: String,
}

/// The orders of the letter that can be chosen in this region.
pub fn layouts(rulebook: &Rulebook) -> impl Iterator<Item = &str> {
    rulebook.layouts.iter().map(|layout| layout.id.as_str())
}

/// The referral text. An unknown layout falls back to the first, the receiver's own order.
#[must_use]
pub fn summarise(
    rulebook: &Rulebook,
    words: &Words,
    answers: &Answers,
    assessment: &Assessment,
    replies: &Replies,
    layout: &str,
) -> Summary {
    let region = words.regions.get(&rulebook.region);
    let position = rulebook.layouts.iter().position(|one| one.id == layout).unwrap_or(0);
    let writer = Writer { rulebook, words, answers, assessment };
    let mut sections = Vec::new();
    let mut chosen = String::new();
    if let Some(layout) = rulebook.layouts.get(position) {
        chosen.clone_from(&layout.id);
        let headings = region.and_then(|region| region.layouts.get(position));
        for (index, section) in layout.sections.iter().enumerate() {
            let lines: Vec<Line> = section.questions.iter().flat_map(|question| writer.lines(*question)).collect();
            if !lines.is_empty() {
                let heading = headings.and_then(|headings| headings.get(index)).cloned().unwrap_or_default();
                sections.push(Section { id: section.id.clone(), heading, lines });
            }
        }
    }
    sections.extend(writer.replies(replies));
    Summary {
        lang: words.lang,
        layout: chosen,
        title: words.ui_with("letter-title", &[("unit", region.map_or("", |region| region.unit.as_str()))]),
        sections,
        attachments: writer.attachments(),
        version: rulebook.version.clone(),
    }
}

struct Writer<'a> {
    rulebook: &'a Rulebook,
    words: &'a Words,
    answers: &'a Answers,
    assessment: &'a Assessment,
}

impl Writer<'_> {
    /// The answer, if it is relevant and for the letter.
    fn answer(&self, id: QuestionId) -> Option<(&Question, &Answer)> {
        let question = self.rulebook.question(id)?;
        let answer = self.answers.get(id)?;
        (!question.not_in_letter && self.assessment.is_relevant(id)).then_some((question, answer))
    }

    fn lines(&self, id: QuestionId) -> Vec<Line> {
        let Some((question, answer)) = self.answer(id) else { return Vec::new() };
        let Some(words) = self.words.question(id) else { return Vec::new() };
        let line = |label: Option<&str>, text: String| Line { question: Some(id), label: label.map(str::to_owned), text };
        if let Answer::Choice(option) = answer
            && let Some(Some(sentence)) = words.letters.get(option.index())
        {
            return if sentence.is_empty() { Vec::new() } else { vec![line(None, sentence.clone())] };
        }
        if let Answer::Stays(stays) = answer {
            let several = stays.iter().map(|stay| line(Some(&words.letter), stay_text(self.words, stay)));
            return several.collect();
        }
        let text = answer_text(self.words, id, question, answer);
        if text.trim().is_empty() { Vec::new() } else { vec![line(Some(&words.letter), text)] }
    }

    /// Replies to findings that stand now; the others are kept but not printed.
    fn replies(&self, replies: &Replies) -> Option<Section> {
        let lines: Vec<Line> = self
            .assessment
            .findings
            .iter()
            .filter_map(|finding| {
                let rule = self.rulebook.rules.get(finding.rule.index())?;
                let reason = replies.get(&rule.id).map(|reason| reason.trim()).filter(|reason| !reason.is_empty())?;
                let title = self.words.rule(self.rulebook.region, finding.rule).map(|words| words.title.clone());
                Some(Line { question: None, label: title, text: self.words.ui_with("letter-reply", &[("reason", reason)]) })
            })
            .collect();
        let heading = self.words.ui("letter-replies").to_owned();
        (!lines.is_empty()).then(|| Section { id: "replies".to_owned(), heading, lines })
    }

    fn attachments(&self) -> Option<Section> {
        let lines: Vec<Line> = self
            .rulebook
            .all_questions()
            .filter_map(|(id, _)| {
                let (question, answer) = self.answer(id)?;
                let attached = question.attached_when?;
                let text = self.words.question(id)?.attachment.clone()?;
                (*answer == Answer::Choice(attached)).then_some(Line { question: Some(id), label: None, text })
            })
            .collect();
        let heading = self.words.ui("letter-attachments").to_owned();
        (!lines.is_empty()).then(|| Section { id: "attachments".to_owned(), heading, lines })
    }
}

impl Summary {
    /// All sections, attachments last.
    pub fn all_sections(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().chain(self.attachments.as_ref())
    }

    /// The same document with identity numbers replaced, for everything that leaves the screen by itself.
    #[must_use]
    pub fn redacted(&self) -> Self {
        let mut clean = self.clone();
        for section in clean.sections.iter_mut().chain(clean.attachments.as_mut()) {
            for line in &mut section.lines {
                line.text = identifier::redact(&line.text);
            }
        }
        clean
    }
}
