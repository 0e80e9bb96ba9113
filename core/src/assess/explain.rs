//! Why a result stands, what would decide it, and what would clear it.

use super::{ItemState, Truth, View};
use crate::answers::Answers;
use crate::rulebook::diagram::{Known, Node};
use crate::rulebook::{ItemId, QuestionId, QuestionKind, RuleTest, Rulebook};

/// One way to clear a finding: all parts together.
pub type Change = Vec<Part>;

/// One answer to change, and the answers that would do, in case notation (`described` for a text).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The question.
    pub question: QuestionId,
    /// Any of these answers.
    pub any_of: Vec<String>,
}

/// The class of every answer, by question.
pub(super) struct Classes(Vec<Option<u16>>);

impl Classes {
    pub(super) fn of(rulebook: &Rulebook, answers: &Answers) -> Self {
        let mut classes = vec![None; rulebook.questions.len()];
        for (question, _) in answers.iter() {
            if let Some(place) = classes.get_mut(question.index()) {
                *place = answers.class(rulebook, question).and_then(|class| u16::try_from(class).ok());
            }
        }
        Self(classes)
    }

    pub(super) fn known(&self) -> impl Known {
        |question: QuestionId| self.get(question)
    }

    fn get(&self, question: QuestionId) -> Option<usize> {
        self.0.get(question.index()).copied().flatten().map(usize::from)
    }
}

impl View<'_> {
    /// The fewest known answers that still give this result; later ones in content order are let go first.
    pub(super) fn minimal(&self, node: Node, result: usize) -> Vec<QuestionId> {
        let diagrams = &self.rulebook.diagrams;
        let mut kept: Vec<QuestionId> = diagrams.reads(node).into_iter().filter(|question| self.classes.get(*question).is_some()).collect();
        let mut position = kept.len();
        while position > 0 {
            position -= 1;
            let without = kept.get(position).copied();
            let known = |question: QuestionId| {
                if Some(question) != without && kept.contains(&question) { self.classes.get(question) } else { None }
            };
            if diagrams.decide(node, &known) == Some(result) {
                kept.remove(position);
            }
        }
        kept
    }

    pub(super) fn node_needs(&self, node: Node) -> Vec<QuestionId> {
        self.given.needs(node)
    }

    pub(super) fn because(&self, test: &RuleTest) -> Vec<QuestionId> {
        match test {
            RuleTest::When(node) => self.minimal(*node, 1),
            RuleTest::Item { item, .. } => self.because_of_item(*item),
        }
    }

    /// An item is missing because of the answers that make it and its questions relevant, and of what was said of it:
    /// enough to give the finding again, but not minimal, since an answer that says too little adds nothing to silence.
    fn because_of_item(&self, item: ItemId) -> Vec<QuestionId> {
        let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
        let mut because = self.minimal(item.relevant, 1);
        for question in item.questions.iter().filter(|id| self.relevance(**id) == Truth::Yes) {
            if let Some(relevance) = self.rulebook.relevance.get(question.index()) {
                because.extend(self.minimal(*relevance, 1));
            }
            if self.answers.get(*question).is_some() {
                because.push(*question);
            }
        }
        because.sort_unstable();
        because.dedup();
        because
    }

    pub(super) fn needs(&self, test: &RuleTest) -> Vec<QuestionId> {
        match test {
            RuleTest::When(node) => self.node_needs(*node),
            RuleTest::Item { item, .. } => {
                let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
                let mut needs = self.node_needs(item.relevant);
                if needs.is_empty() {
                    for question in &item.questions {
                        match self.relevance(*question) {
                            Truth::Unknown => needs.extend(
                                self.rulebook.relevance.get(question.index()).map(|node| self.node_needs(*node)).unwrap_or_default(),
                            ),
                            Truth::Yes if self.is_unknown(*question) => needs.push(*question),
                            _ => {}
                        }
                    }
                }
                needs.sort_unstable();
                needs.dedup();
                needs
            }
        }
    }

    pub(super) fn clears_when(&self, test: &RuleTest) -> Vec<Change> {
        match test {
            RuleTest::When(node) => {
                let changes = self.rulebook.diagrams.changes(*node, &self.classes.known(), &|result| result == 0);
                changes
                    .into_iter()
                    .map(|change| change.into_iter().map(|(question, classes)| self.part(question, &classes)).collect())
                    .collect()
            }
            RuleTest::Item { item, .. } => self.describes(*item),
        }
    }

    fn part(&self, question: QuestionId, classes: &[usize]) -> Part {
        let examples = self.rulebook.classifiers.get(question.index()).map(|classifier| classifier.examples.as_slice());
        let any_of = classes.iter().filter_map(|class| examples?.get(*class)).flatten().cloned().collect();
        Part { question, any_of }
    }

    /// What would describe an item: any one of its questions, or each that says too little.
    fn describes(&self, item: ItemId) -> Vec<Change> {
        let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
        let lacking = item
            .questions
            .iter()
            .filter(|id| self.relevance(**id) == Truth::Yes && self.said(**id) != ItemState::Described)
            .map(|id| Part { question: *id, any_of: self.describing_answers(*id) });
        if item.all { vec![lacking.collect()] } else { lacking.map(|part| vec![part]).collect() }
    }

    fn describing_answers(&self, question: QuestionId) -> Vec<String> {
        let Some(question) = self.rulebook.question(question) else { return Vec::new() };
        match &question.kind {
            QuestionKind::Choice { options, .. } | QuestionKind::Multi { options, .. } => {
                let wanted = |option: &&String| question.attached_when.is_none() || *option != "no";
                options.iter().filter(wanted).cloned().collect()
            }
            _ => vec!["described".to_owned()],
        }
    }
}
