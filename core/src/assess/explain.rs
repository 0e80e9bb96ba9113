//! Why a result stands, what would decide it, and what would clear it.

use super::View;
use crate::answers::Answers;
use crate::rulebook::diagram::{Known, Node};
use crate::rulebook::{QuestionId, RuleTest, Rulebook};

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

    pub(super) fn needs(&self, test: &RuleTest) -> Vec<QuestionId> {
        match test {
            RuleTest::When(node) => self.node_needs(*node),
            RuleTest::Item { item, .. } => self.needs_of_item(*item),
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
}
