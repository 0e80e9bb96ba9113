//! Building diagrams, reduced and shared from the start.

use super::{Branch, Diagrams, Node};
use crate::rulebook::ids::QuestionId;
use std::collections::BTreeMap;

/// Builds diagrams; only content checking and tests do.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    diagrams: Diagrams,
    unique: BTreeMap<Branch, Node>,
    joined: BTreeMap<(Node, Node, Node), Node>,
}

impl Builder {
    /// The branch on a question, by class.
    pub fn branch_on(&mut self, question: QuestionId, next: Vec<Node>) -> Node {
        if let Some(first) = next.first()
            && next.iter().all(|other| other == first)
        {
            return *first;
        }
        let branch = Branch { question, next };
        if let Some(node) = self.unique.get(&branch) {
            return *node;
        }
        let node = Node::of_branch(self.diagrams.branches.len());
        self.diagrams.branches.push(branch.clone());
        self.unique.insert(branch, node);
        node
    }

    /// `then` where `condition` is yes, `otherwise` where it is no. `condition` has only those two results.
    pub fn choose(&mut self, condition: Node, then: Node, otherwise: Node) -> Node {
        match condition {
            Node::YES => return then,
            Node::NO => return otherwise,
            _ => {}
        }
        if then == otherwise {
            return then;
        }
        let key = (condition, then, otherwise);
        if let Some(node) = self.joined.get(&key) {
            return *node;
        }
        let top = [condition, then, otherwise]
            .into_iter()
            .filter_map(|node| self.diagrams.branch(node).map(|branch| (branch.question, branch.next.len())))
            .min();
        let Some((question, width)) = top else { return otherwise };
        let next = (0..width)
            .map(|class| {
                let [condition, then, otherwise] = [condition, then, otherwise].map(|node| self.follow(node, question, class));
                self.choose(condition, then, otherwise)
            })
            .collect();
        let node = self.branch_on(question, next);
        self.joined.insert(key, node);
        node
    }

    fn follow(&self, node: Node, question: QuestionId, class: usize) -> Node {
        match self.diagrams.branch(node) {
            Some(branch) if branch.question == question => branch.next.get(class).copied().unwrap_or(node),
            _ => node,
        }
    }

    /// Both.
    pub fn and(&mut self, one: Node, other: Node) -> Node {
        self.choose(one, other, Node::NO)
    }

    /// Either.
    pub fn or(&mut self, one: Node, other: Node) -> Node {
        self.choose(one, Node::YES, other)
    }

    /// The opposite.
    pub fn not(&mut self, one: Node) -> Node {
        self.choose(one, Node::NO, Node::YES)
    }

    /// The same diagram with every result replaced.
    pub fn results_as(&mut self, node: Node, replace: &impl Fn(usize) -> Node) -> Node {
        self.replace_results(node, replace, &mut BTreeMap::new())
    }

    fn replace_results(&mut self, node: Node, replace: &impl Fn(usize) -> Node, made: &mut BTreeMap<Node, Node>) -> Node {
        if let Some(result) = node.as_result() {
            return replace(result);
        }
        if let Some(made) = made.get(&node) {
            return *made;
        }
        let Some(branch) = self.diagrams.branch(node).cloned() else { return node };
        let next = branch.next.iter().map(|next| self.replace_results(*next, replace, made)).collect();
        let new = self.branch_on(branch.question, next);
        made.insert(node, new);
        new
    }

    /// What was built so far.
    #[must_use]
    pub fn diagrams(&self) -> &Diagrams {
        &self.diagrams
    }

    /// Only what these roots reach, renumbered; the roots follow.
    #[must_use]
    pub fn finish(&self, roots: &[Node]) -> (Diagrams, Vec<Node>) {
        self.diagrams.only(roots)
    }
}

impl Diagrams {
    /// Only what these roots reach, renumbered; the roots follow.
    #[must_use]
    pub fn only(&self, roots: &[Node]) -> (Diagrams, Vec<Node>) {
        let mut kept = Diagrams::default();
        let mut moved = BTreeMap::new();
        let roots = roots.iter().map(|root| self.keep(*root, &mut kept, &mut moved)).collect();
        (kept, roots)
    }

    fn keep(&self, node: Node, kept: &mut Diagrams, moved: &mut BTreeMap<Node, Node>) -> Node {
        let Some(branch) = self.branch(node) else { return node };
        if let Some(node) = moved.get(&node) {
            return *node;
        }
        let next = branch.next.iter().map(|next| self.keep(*next, kept, moved)).collect();
        let new = Node::of_branch(kept.branches.len());
        kept.branches.push(Branch { question: branch.question, next });
        moved.insert(node, new);
        new
    }
}
