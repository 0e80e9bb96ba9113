//! What to say: the referral text as an ordered document in one language.
//!
//! The doctor's facts and replies only, never the tool's findings: what is not relevant, not answered or not for the
//! letter is left out. Ends with the attachments. Identity numbers stand as typed; `redacted` takes them out.

mod values;

pub use values::{answer_text, stay_text};

use crate::answers::{Answer, Answers, identifier};
use crate::assess::{Assessment, ItemState};
use crate::listed::Listed;
use crate::rulebook::words::{Lang, Words};
use crate::rulebook::{Question, QuestionId, Rule, RuleTest, Rulebook, Texts, Ui};
use crate::ui;

/// The doctor's replies to findings, by rule id: "vurdert, gjelder ikke fordi …".
pub type Replies = Texts;

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

/// Which order a text has, and what becomes of what is not stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The id of a layout. An unknown one falls back to the first, the receiver's own order.
    pub layout: String,
    /// Whether what the receiver asks for and nobody answered is named as not stated; otherwise it is left out.
    pub names_not_stated: bool,
}

impl From<&str> for Form {
    fn from(layout: &str) -> Self {
        Self { layout: layout.to_owned(), names_not_stated: false }
    }
}

/// The referral text, or the letter to the municipality.
#[must_use]
pub fn summarise(
    rulebook: &Rulebook,
    words: &Words,
    answers: &Answers,
    assessment: &Assessment,
    replies: &Replies,
    form: impl Into<Form>,
) -> Summary {
    written(rulebook, words, answers, assessment, replies, &form.into())
}

fn written(rulebook: &Rulebook, words: &Words, answers: &Answers, assessment: &Assessment, replies: &Replies, form: &Form) -> Summary {
    let region = words.region(rulebook.region);
    let position = rulebook.layouts.iter().position(|one| one.id == form.layout).unwrap_or(0);
    let layout = rulebook.layouts.get(position);
    let to_municipality = layout.is_some_and(|layout| layout.to_municipality);
    let writer = Writer { rulebook, words, answers, assessment, to_municipality, names_not_stated: form.names_not_stated };
    let mut sections = Vec::new();
    // What decides stands first, and only there. The other orders are headings that are pasted one by one: each is whole.
    let lead = if position == 0 { rulebook.lead.as_slice() } else { &[] };
    sections.extend(writer.part("lead", words.ui(ui!("letter-lead")), lead));
    let headings = region.and_then(|region| region.layouts.get(position));
    for (index, section) in layout.into_iter().flat_map(|layout| &layout.sections).enumerate() {
        let questions = section.questions.iter().copied().filter(|id| !lead.contains(id)).listed();
        let heading = headings.and_then(|headings| headings.get(index)).map_or("", String::as_str);
        sections.extend(writer.part(&section.id, heading, &questions));
    }
    // The municipality is not told what the doctor answered to the criteria of others.
    let own = !to_municipality;
    sections.extend(writer.replies(replies).filter(|_| own));
    Summary {
        lang: words.lang,
        layout: layout.map(|layout| layout.id.clone()).unwrap_or_default(),
        title: writer.title(),
        sections,
        attachments: writer.attachments().filter(|_| own),
        version: rulebook.version.clone(),
    }
}

struct Writer<'a> {
    rulebook: &'a Rulebook,
    words: &'a Words,
    answers: &'a Answers,
    assessment: &'a Assessment,
    to_municipality: bool,
    names_not_stated: bool,
}

impl Writer<'_> {
    /// The answer, if it is relevant and for the letter.
    fn answer(&self, id: QuestionId) -> Option<(&Question, &Answer)> {
        let question = self.rulebook.question(id)?;
        let answer = self.answers.get(id)?;
        // What the letter to the municipality lists is for it, though the referral does not print it.
        ((self.to_municipality || !question.not_in_letter) && self.assessment.is_relevant(id)).then_some((question, answer))
    }

    /// What it is, and to whom. When the referral belongs elsewhere, the region's unit is not its receiver.
    fn title(&self) -> String {
        if self.to_municipality {
            return self.words.ui(ui!("letter-title-municipality")).to_owned();
        }
        // The last step of the route list is the region's own unit: every other way is an exception from it.
        let is_to_unit = self.assessment.route.step.is_none_or(|step| step + 1 == self.rulebook.route.steps.len());
        match self.words.region(self.rulebook.region) {
            Some(region) if is_to_unit => self.words.ui_with(ui!("letter-title"), &[("unit", &region.unit)]),
            _ => self.words.ui(ui!("letter-title-elsewhere")).to_owned(),
        }
    }

    /// A part of the text; none where there is nothing to say.
    fn part(&self, id: &str, heading: &str, questions: &[QuestionId]) -> Option<Section> {
        let mut lines = Vec::new();
        for question in questions {
            self.add_lines(*question, &mut lines);
        }
        lines.extend(self.not_known(questions));
        if self.names_not_stated {
            lines.extend(self.not_stated(questions));
        }
        // What the heading has said is not said again.
        for line in &mut lines {
            line.label.take_if(|label| label == heading);
        }
        (!lines.is_empty()).then(|| Section { id: id.to_owned(), heading: heading.to_owned(), lines })
    }

    /// What the receiver asks for and nobody answered, in one line: the names of the questions.
    fn not_stated(&self, questions: &[QuestionId]) -> Option<Line> {
        let mut text = String::new();
        for (item, (_, state)) in self.rulebook.items.iter().zip(&self.assessment.checklist) {
            for id in item.questions.iter().filter(|id| questions.contains(id) && *state == ItemState::Missing) {
                if self.answers.get(*id).is_none()
                    && self.assessment.is_relevant(*id)
                    && let Some(words) = self.words.question(*id)
                {
                    values::push_to_list(&mut text, &words.letter);
                }
            }
        }
        (!text.is_empty()).then(|| Line { question: None, label: Some(self.words.ui(ui!("letter-not-stated")).to_owned()), text })
    }

    /// What the doctor said is not known, in one line: the names of the questions.
    fn not_known(&self, questions: &[QuestionId]) -> Option<Line> {
        let mut text = String::new();
        for id in questions {
            if let Some((_, Answer::Unknown)) = self.answer(*id)
                && let Some(words) = self.words.question(*id)
            {
                values::push_to_list(&mut text, &words.letter);
            }
        }
        (!text.is_empty()).then(|| Line { question: None, label: Some(self.words.ui(ui!("letter-not-known")).to_owned()), text })
    }

    fn add_lines(&self, id: QuestionId, lines: &mut Vec<Line>) {
        let Some((question, answer)) = self.answer(id) else { return };
        let Some(words) = self.words.question(id) else { return };
        let mut add = |label: Option<&String>, text: String| {
            if !text.trim().is_empty() {
                lines.push(Line { question: Some(id), label: label.cloned(), text });
            }
        };
        // An option that was chosen alone can have a sentence of its own, or an empty one to say nothing.
        let alone = match answer {
            Answer::Choice(option) => Some(option),
            Answer::Multi(options) if options.len() == 1 => options.iter().next(),
            _ => None,
        };
        match answer {
            Answer::Unknown => {}
            _ if let Some(Some(sentence)) = alone.and_then(|option| words.letters.get(option.index())) => add(None, sentence.clone()),
            Answer::Stays(stays) => stays.iter().for_each(|stay| add(Some(&words.letter), stay_text(self.words, stay))),
            _ => add(Some(&words.letter), answer_text(self.words, id, question, answer)),
        }
    }

    /// Replies to findings that stand now; the others are kept but not printed.
    fn replies(&self, replies: &Replies) -> Option<Section> {
        let mut lines = Vec::new();
        for finding in &self.assessment.findings {
            let Some(rule) = self.rulebook.rules.get(finding.rule.index()) else { continue };
            let reason = replies.get(&rule.id).map_or("", |reason| reason.trim());
            if !reason.is_empty() {
                // Named by the question it is about: the title of the finding is the tool's, not the doctor's.
                let label = self.about(rule).and_then(|id| self.words.question(id)).map(|words| words.letter.clone());
                lines.push(Line { question: None, label, text: self.words.ui_with(ui!("letter-reply"), &[("reason", reason)]) });
            }
        }
        self.section("replies", ui!("letter-replies"), lines)
    }

    /// The question a rule is about.
    fn about(&self, rule: &Rule) -> Option<QuestionId> {
        let of_item = || match &rule.test {
            RuleTest::Item { item, .. } => self.rulebook.items.get(item.index())?.questions.first().copied(),
            RuleTest::When(_) => None,
        };
        rule.goes_to.or_else(of_item)
    }

    fn attachments(&self) -> Option<Section> {
        let mut lines = Vec::new();
        for (id, _) in self.rulebook.all_questions() {
            if let Some((question, Answer::Choice(chosen))) = self.answer(id)
                && question.attached_when == Some(*chosen)
                && let Some(text) = self.words.question(id).and_then(|words| words.attachment.clone())
            {
                lines.push(Line { question: Some(id), label: None, text });
            }
        }
        self.section("attachments", ui!("letter-attachments"), lines)
    }

    /// A section of the letter's own; none where there is nothing to say.
    fn section(&self, id: &str, heading: Ui, lines: Vec<Line>) -> Option<Section> {
        (!lines.is_empty()).then(|| Section { id: id.to_owned(), heading: self.words.ui(heading).to_owned(), lines })
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
