//! The level table as a decision diagram.

use super::Compiler;
use crate::content::condition::{Subject, Test};
use crate::rulebook::classes::Predicate;
use crate::rulebook::diagram::Node;
use crate::rulebook::{Level, OptionId, QuestionId};

impl Compiler<'_> {
    /// The level table as a diagram with the levels as results.
    pub(super) fn level(&mut self) -> Node {
        if let Some(node) = self.level {
            return node;
        }
        let level = &self.content.level;
        let yes = Predicate::OneOf(vec![OptionId::at(0)]);
        let test =
            |question: QuestionId| Test { subject: Subject::Question { question, predicate: yes.clone(), kept: false }, negated: false };
        let mut factors =
            |questions: &[QuestionId]| -> Vec<Node> { questions.iter().map(|question| self.test(&test(*question))).collect() };
        let competence = factors(&[level.competence]);
        let (specialist, municipal) = (factors(&level.specialist), factors(&level.municipal));
        let sides = [true, false].map(|needed| {
            let by_specialist: Vec<Node> = (0..=specialist.len())
                .map(|specialist_signs| {
                    let leaves =
                        (0..=municipal.len()).map(|signs| Node::result(self.row(needed, specialist_signs, signs) as usize)).collect();
                    self.count(&municipal, leaves)
                })
                .collect();
            self.count(&specialist, by_specialist)
        });
        let [needed, not_needed] = sides;
        let node = competence.first().map_or(not_needed, |competence| self.builder.choose(*competence, needed, not_needed));
        self.level = Some(node);
        node
    }

    /// The leaf with the number of signs that hold.
    fn count(&mut self, signs: &[Node], mut leaves: Vec<Node>) -> Node {
        for sign in signs.iter().rev() {
            let pairs: Vec<(Node, Node)> = leaves.iter().copied().zip(leaves.iter().copied().skip(1)).collect();
            leaves = pairs.into_iter().map(|(without, with)| self.builder.choose(*sign, with, without)).collect();
        }
        leaves.first().copied().unwrap_or(Node::result(Level::Unclear as usize))
    }

    fn row(&self, competence: bool, specialist: usize, municipal: usize) -> Level {
        let within = |[low, high]: [u8; 2], signs: usize| usize::from(low) <= signs && signs <= usize::from(high);
        let rows = self.content.level.rows.iter();
        rows.filter(|row| row.competence == competence && within(row.specialist, specialist) && within(row.municipal, municipal))
            .map(|row| row.level)
            .next()
            .unwrap_or(Level::Unclear)
    }

    pub(super) fn is_level(&mut self, table: Node, level: Level) -> Node {
        self.builder.results_as(table, &|result| if result == level as usize { Node::YES } else { Node::NO })
    }
}
