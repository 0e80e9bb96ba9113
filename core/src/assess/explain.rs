//! Why a result stands, what would decide it, and what would clear it.

use super::View;
use crate::answers::Answers;
use crate::rulebook::diagram::{Changes, Known, Node};
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

    pub(super) fn clears_when(&self, test: &RuleTest, because: &[QuestionId]) -> Vec<Change> {
        match test {
            RuleTest::When(node) => {
                let mut changes = self.single_changes(*node, because);
                if changes.is_empty() {
                    changes = self.rulebook.diagrams.changes(*node, &self.classes.known(), &|result| result == 0);
                }
                let parts = |change: Vec<(QuestionId, Vec<usize>)>| {
                    change.into_iter().map(|(question, classes)| self.part(question, &classes)).collect()
                };
                changes.into_iter().map(parts).collect()
            }
            RuleTest::Item { item, .. } => self.describes(*item),
        }
    }

    /// Changes of one answer that clear, nearly always enough: it is one the finding rests on, since the others do not matter.
    fn single_changes(&self, node: Node, because: &[QuestionId]) -> Changes {
        let diagrams = &self.rulebook.diagrams;
        let clears = |changed: QuestionId, class: usize| {
            let known = |question: QuestionId| if question == changed { Some(class) } else { self.classes.get(question) };
            diagrams.decide(node, &known) == Some(0)
        };
        let width = |question: QuestionId| self.rulebook.classifiers.get(question.index()).map_or(0, |one| one.classes.len());
        let change = |question: &QuestionId| {
            let classes: Vec<usize> = (0..width(*question)).filter(|class| clears(*question, *class)).collect();
            (!classes.is_empty()).then(|| vec![(*question, classes)])
        };
        because.iter().filter_map(change).collect()
    }

    fn part(&self, question: QuestionId, classes: &[usize]) -> Part {
        let examples = self.rulebook.classifiers.get(question.index()).map(|classifier| classifier.examples.as_slice());
        let any_of = classes.iter().filter_map(|class| examples?.get(*class)).flatten().cloned().collect();
        Part { question, any_of }
    }
}
