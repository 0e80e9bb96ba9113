//! All diagrams with the known answers put in, once for a whole assessment.

use super::{Diagrams, Known, Node};
use crate::rulebook::ids::QuestionId;
use crate::rulebook::sets::{Positions, QuestionSet};

/// What is left of every branch when what is known is put in and the rest is reduced again.
///
/// A branch that is left still matters: its question can change the result. So a node is decided exactly when a result is
/// left of it, and the questions of the branches left are exactly the ones needed.
pub struct Given {
    /// By branch of the diagrams: what is left of it.
    left: Vec<Node>,
    /// The branches left: question, and where their next nodes begin and end in `next`.
    branches: Vec<(QuestionId, usize, usize)>,
    next: Vec<Node>,
}

impl Diagrams {
    /// Puts in what is known.
    #[must_use]
    pub fn given(&self, known: &Known) -> Given {
        let mut given = Given { left: Vec::with_capacity(self.branches.len()), branches: Vec::new(), next: Vec::new() };
        // Equal branches are found by a table of the branches left, keyed by a fixed hash; empty places hold `usize::MAX`.
        let size = (self.branches.len() * 2 + 1).next_power_of_two();
        let mut table = vec![usize::MAX; size];
        // A branch comes after the branches it leads to, so one pass from the first to the last is enough.
        for branch in &self.branches {
            let node = match known.class(branch.question) {
                Some(class) => branch.next.get(class).map_or(Node::NO, |next| given.of(*next)),
                None => given.rest_of(branch.question, &branch.next, &mut table),
            };
            given.left.push(node);
        }
        given
    }
}

impl Given {
    /// What is left of a node.
    fn of(&self, node: Node) -> Node {
        node.branch().and_then(|branch| self.left.get(branch)).copied().unwrap_or(node)
    }

    /// The only result the completions can lead to; none while several can.
    #[must_use]
    pub fn decide(&self, node: Node) -> Option<usize> {
        self.of(node).as_result()
    }

    /// The questions on which two completions can differ, in content order.
    #[must_use]
    pub fn needs(&self, node: Node) -> Vec<QuestionId> {
        let mut needs = QuestionSet::new();
        let mut seen = Positions::default();
        let mut stack = vec![self.of(node)];
        while let Some(node) = stack.pop() {
            let Some(branch) = node.branch() else { continue };
            if let Some((question, from, to)) = self.branches.get(branch)
                && seen.insert(branch)
            {
                needs.insert(*question);
                stack.extend_from_slice(self.next.get(*from..*to).unwrap_or_default());
            }
        }
        needs.to_vec()
    }

    fn rest_of(&mut self, question: QuestionId, next: &[Node], table: &mut [usize]) -> Node {
        let from = self.next.len();
        for node in next {
            let left = self.of(*node);
            self.next.push(left);
        }
        let made = self.next.get(from..).unwrap_or_default();
        if let Some(first) = made.first()
            && made.iter().all(|node| node == first)
        {
            let only = *first;
            self.next.truncate(from);
            return only;
        }
        let mut place = hash(question, made) & (table.len() - 1);
        while let Some(&known) = table.get(place) {
            let Some((other, start, end)) = self.branches.get(known).copied() else { break };
            if other == question && self.next.get(start..end) == self.next.get(from..) {
                self.next.truncate(from);
                return Node::of_branch(known);
            }
            place = (place + 1) & (table.len() - 1);
        }
        if let Some(free) = table.get_mut(place) {
            *free = self.branches.len();
        }
        self.branches.push((question, from, self.next.len()));
        Node::of_branch(self.branches.len() - 1)
    }
}

fn hash(question: QuestionId, next: &[Node]) -> usize {
    let start = question.index() as u64 ^ 0xcbf2_9ce4_8422_2325;
    let hash = next.iter().fold(start, |hash, node| (hash ^ u64::from(node.0)).wrapping_mul(0x0100_0000_01b3));
    (hash ^ (hash >> 32)) as usize
}
