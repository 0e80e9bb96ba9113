//! Conditions as ordered decision diagrams.
//!
//! A condition is a function of the classes of some questions. Kept reduced and shared, it is canonical: two conditions
//! mean the same exactly when they are the same node. That makes "unknown" exact (try all completions, without trying
//! them), `needs` exact (the questions left in the diagram after the known answers are put in), and a clause that
//! changes nothing visible when the content is checked.

#[cfg(feature = "authoring")]
mod build;
mod changes;
mod given;
mod known;

#[cfg(feature = "authoring")]
pub use build::Builder;
pub use changes::Changes;
pub use given::Given;
pub use known::Known;

use super::ids::QuestionId;
use super::packed::{Bytes, Packed, Packing};
use super::sets::{Positions, QuestionSet};

/// A node of the diagrams: a result (terminal) or a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(u32);

impl Packed for Node {
    fn pack(&self, out: &mut Packing) {
        self.0.pack(out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Self(u32::unpack(from))
    }
}

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

    fn of_branch(index: usize) -> Self {
        Node(TERMINALS + u32::try_from(index).unwrap_or(u32::MAX - TERMINALS))
    }

    fn branch(self) -> Option<usize> {
        self.0.checked_sub(TERMINALS).map(|index| index as usize)
    }
}

/// A branch: the question, and the node for each class of its answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Branch {
    /// The question.
    pub question: QuestionId,
    /// By class.
    pub next: Vec<Node>,
}

/// All branches of a rulebook, shared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diagrams {
    branches: Vec<Branch>,
}

/// Written by how far back the next branches lie, not by where: what regions have in common then reads the same in all of them,
/// and is loaded once. How many there are, as many as the question has classes, is written where the question comes first.
impl Packed for Diagrams {
    fn pack(&self, out: &mut Packing) {
        let mut widths = Known::nothing();
        self.branches.len().pack(out);
        for (at, branch) in self.branches.iter().enumerate() {
            branch.question.pack(out);
            if widths.class(branch.question).is_none() {
                branch.next.len().pack(out);
                widths.set(branch.question, Some(branch.next.len()));
            }
            for next in &branch.next {
                out.number(match next.branch() {
                    Some(index) => u32::try_from(at.saturating_sub(index)).unwrap_or(0) * 2 - 1,
                    None => next.0 * 2,
                });
            }
        }
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        let (mut branches, mut widths) = (Vec::new(), Known::nothing());
        for here in 0..from.number() {
            if from.has_missed() {
                break;
            }
            let question = QuestionId::unpack(from);
            let width = widths.class(question).unwrap_or_else(|| from.number() as usize);
            widths.set(question, Some(width));
            let mut next = Vec::new();
            while next.len() < width && !from.has_missed() {
                let back = from.number();
                // Bytes of another build may point anywhere; never forward, so no walk is without an end.
                let at = here.checked_sub(back / 2 + 1).map(|index| Node(TERMINALS + index));
                next.push(if back.is_multiple_of(2) { Node::result((back / 2) as usize) } else { at.unwrap_or(Node::NO) });
            }
            branches.push(Branch { question, next });
        }
        Self { branches }
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
    #[must_use]
    pub fn decide(&self, node: Node, known: &Known) -> Option<usize> {
        let mut walk = Walk { diagrams: self, known, seen: Positions::default(), found: None };
        walk.only_result(node).then_some(walk.found).flatten()
    }

    /// The questions the diagram reads at all, in content order.
    #[must_use]
    pub fn reads(&self, node: Node) -> Vec<QuestionId> {
        let mut questions = QuestionSet::new();
        let mut seen = Positions::default();
        let mut stack = vec![node];
        while let Some(node) = stack.pop() {
            if let Some(index) = node.branch()
                && let Some(branch) = self.branches.get(index)
                && seen.insert(index)
            {
                questions.insert(branch.question);
                stack.extend_from_slice(&branch.next);
            }
        }
        questions.to_vec()
    }
}

/// A walk to every result that the completions can lead to.
struct Walk<'a> {
    diagrams: &'a Diagrams,
    known: &'a Known,
    /// The branches passed.
    seen: Positions,
    found: Option<usize>,
}

impl Walk<'_> {
    /// False as soon as a second result is reached.
    fn only_result(&mut self, node: Node) -> bool {
        let Some(index) = node.branch() else {
            let result = node.as_result();
            self.found = self.found.or(result);
            return self.found == result;
        };
        let Some(branch) = self.diagrams.branches.get(index) else { return true };
        if let Some(class) = self.known.class(branch.question) {
            return branch.next.get(class).is_none_or(|next| self.only_result(*next));
        }
        !self.seen.insert(index) || branch.next.iter().all(|next| self.only_result(*next))
    }
}
