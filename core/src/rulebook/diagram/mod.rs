//! Conditions as ordered decision diagrams.
//!
//! A condition is a function of the classes of some questions. Kept reduced and shared, it is canonical: two conditions
//! mean the same exactly when they are the same node. That makes "unknown" exact (try all completions, without trying
//! them), `needs` exact (the questions left in the diagram after the known answers are put in), and a clause that
//! changes nothing visible when the content is checked.

mod build;
mod changes;
mod given;

pub use build::Builder;
pub use changes::Changes;
pub use given::Given;

use super::ids::QuestionId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A node of the diagrams: a result (terminal) or a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Node(u32);

/// Results come first; branches follow.
const TERMINALS: u32 = 64;

impl Node {
    /// Never.
    pub const NO: Node = Node(0);
    /// Always.
    pub const YES: Node = Node(1);

    /// The result with this number, at most 63.
    #[must_use]
    pub fn result(number: usize) -> Self {
        Node(u32::try_from(number).unwrap_or(TERMINALS - 1).min(TERMINALS - 1))
    }

    /// Its number, if it is a result.
    #[must_use]
    pub fn as_result(self) -> Option<usize> {
        (self.0 < TERMINALS).then_some(self.0 as usize)
    }

    fn branch(self) -> Option<usize> {
        self.0.checked_sub(TERMINALS).map(|index| index as usize)
    }
}

/// A branch: the question, and the node for each class of its answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Branch {
    /// The question.
    pub question: QuestionId,
    /// By class.
    pub next: Vec<Node>,
}

/// All branches of a rulebook, shared.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Diagrams {
    branches: Vec<Branch>,
}

/// What is known of each question: its class, or nothing.
pub trait Known {
    /// The class of the answer, none when open.
    fn class(&self, question: QuestionId) -> Option<usize>;
}

impl<F: Fn(QuestionId) -> Option<usize>> Known for F {
    fn class(&self, question: QuestionId) -> Option<usize> {
        self(question)
    }
}

impl Diagrams {
    /// The branch of a node, none for a result.
    #[must_use]
    pub fn branch(&self, node: Node) -> Option<&Branch> {
        node.branch().and_then(|index| self.branches.get(index))
    }

    /// How many branches there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.branches.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.branches.is_empty()
    }

    /// The only result the completions of what is known can lead to; none while several can.
    pub fn decide(&self, node: Node, known: &impl Known) -> Option<usize> {
        let mut seen = Seen::of(self.branches.len());
        let mut found = None;
        self.only_result(node, known, &mut seen, &mut found).then_some(found).flatten()
    }

    /// False as soon as a second result is reached.
    fn only_result(&self, node: Node, known: &impl Known, seen: &mut Seen, found: &mut Option<usize>) -> bool {
        if let Some(result) = node.as_result() {
            return match *found {
                None => {
                    *found = Some(result);
                    true
                }
                Some(first) => first == result,
            };
        }
        let Some(branch) = self.branch(node) else { return true };
        if let Some(class) = known.class(branch.question) {
            return branch.next.get(class).is_none_or(|next| self.only_result(*next, known, seen, found));
        }
        if node.branch().is_some_and(|branch| !seen.first_time(branch)) {
            return true;
        }
        branch.next.iter().all(|next| self.only_result(*next, known, seen, found))
    }

    /// The questions the diagram reads at all, in content order.
    #[must_use]
    pub fn reads(&self, node: Node) -> Vec<QuestionId> {
        let mut questions = Vec::new();
        let mut seen = Seen::of(self.branches.len());
        let mut stack = vec![node];
        while let Some(node) = stack.pop() {
            if let Some(branch) = self.branch(node)
                && node.branch().is_some_and(|branch| seen.first_time(branch))
            {
                questions.push(branch.question);
                stack.extend(branch.next.iter().copied());
            }
        }
        questions.sort_unstable();
        questions.dedup();
        questions
    }
}

/// Which branches a walk has passed, a bit each.
struct Seen {
    words: Vec<u64>,
}

impl Seen {
    fn of(branches: usize) -> Self {
        Self { words: vec![0; branches / 64 + 1] }
    }

    fn first_time(&mut self, branch: usize) -> bool {
        let Some(word) = self.words.get_mut(branch / 64) else { return false };
        let bit = 1_u64 << (branch % 64);
        let first = *word & bit == 0;
        *word |= bit;
        first
    }
}

fn make(branches: &mut Vec<Branch>, unique: &mut BTreeMap<Branch, Node>, question: QuestionId, next: Vec<Node>) -> Node {
    if let Some(first) = next.first()
        && next.iter().all(|other| other == first)
    {
        return *first;
    }
    let branch = Branch { question, next };
    if let Some(node) = unique.get(&branch) {
        return *node;
    }
    let node = Node(TERMINALS + u32::try_from(branches.len()).unwrap_or(u32::MAX - TERMINALS));
    branches.push(branch.clone());
    unique.insert(branch, node);
    node
}
