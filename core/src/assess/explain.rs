//! Why a result stands, what would decide it, and what would clear it.

use super::View;
use crate::listed::Listed;
use crate::rulebook::diagram::{Changes, Node};
use crate::rulebook::{QuestionId, RuleTest};

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

impl View<'_> {
    /// The fewest known answers that still give this result; later ones in content order are let go first.
    pub(super) fn minimal(&self, node: Node, result: usize) -> Vec<QuestionId> {
        let diagrams = &self.rulebook.diagrams;
        let mut reads = diagrams.reads(node);
        let mut kept = self.known.clone();
        for question in reads.iter().rev() {
            if let Some(class) = kept.class(*question) {
                kept.set(*question, None);
                if diagrams.decide(node, &kept) != Some(result) {
                    kept.set(*question, Some(class));
                }
            }
        }
        reads.retain(|question| kept.class(*question).is_some());
        reads
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

    pub(super) fn clears_when(&self, test: &RuleTest, because: &[QuestionId]) -> Vec<Change> {
        match test {
            RuleTest::When(node) => {
                let mut changes = self.single_changes(*node, because);
                if changes.is_empty() {
                    changes = self.rulebook.diagrams.changes(*node, &self.known, 0);
                }
                changes.iter().map(|change| change.iter().map(|(question, classes)| self.part(*question, classes)).listed()).listed()
            }
            RuleTest::Item { item, .. } => self.describes(*item),
        }
    }

    /// Changes of one answer that clear, nearly always enough: it is one the finding rests on, since the others do not matter.
    fn single_changes(&self, node: Node, because: &[QuestionId]) -> Changes {
        let mut changes = Changes::new();
        let mut known = self.known.clone();
        for question in because {
            let width = self.rulebook.classifiers.get(question.index()).map_or(0, |one| one.classes.len());
            let mut classes = Vec::new();
            for class in 0..width {
                known.set(*question, Some(class));
                if self.rulebook.diagrams.decide(node, &known) == Some(0) {
                    classes.push(class);
                }
            }
            known.set(*question, self.known.class(*question));
            if !classes.is_empty() {
                changes.push(vec![(*question, classes)]);
            }
        }
        changes
    }

    fn part(&self, question: QuestionId, classes: &[usize]) -> Part {
        let mut any_of = Vec::new();
        if let Some(classifier) = self.rulebook.classifiers.get(question.index()) {
            for class in classes {
                any_of.extend_from_slice(classifier.examples.get(*class).map_or(&[], Vec::as_slice));
            }
        }
        Part { question, any_of }
    }
}
