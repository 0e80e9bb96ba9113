//! What would lead to another result: the fewest answers to change.

use super::{Diagrams, Known, Node};
use crate::rulebook::ids::QuestionId;
use std::collections::BTreeMap;

/// The smallest changes that lead to another result: alternatives, each a set of (question, classes).
pub type Changes = Vec<Vec<(QuestionId, Vec<usize>)>>;

/// Nodes that must all come to a wanted result, sorted; those that have come to one are left out. An open question puts
/// every way it can turn out into the goal.
type Goal = Vec<Node>;

impl Diagrams {
    /// The fewest changes of known answers (or fewest new answers) that lead to a result `wanted` accepts,
    /// whatever the other open questions turn out to be. Empty when no change can, or none is needed.
    pub fn changes(&self, node: Node, known: &impl Known, wanted: &impl Fn(usize) -> bool) -> Changes {
        let mut search = Search { diagrams: self, known, wanted, costs: BTreeMap::new() };
        let Some(goal) = search.goal(&[node]) else { return Vec::new() };
        let mut found = Vec::new();
        if search.cost(&goal).is_some_and(|cost| cost > 0) {
            search.cheapest(&goal, &mut Vec::new(), &mut found);
        }
        found.sort();
        found.dedup();
        found
    }
}

struct Search<'a, K, W> {
    diagrams: &'a Diagrams,
    known: &'a K,
    wanted: &'a W,
    costs: BTreeMap<Goal, Option<u32>>,
}

/// A way on from the first question of a goal: with a class that costs a change, with the known one, or left open.
struct Step {
    class: Option<usize>,
    goal: Goal,
}

impl<K: Known, W: Fn(usize) -> bool> Search<'_, K, W> {
    /// None when one of the nodes is a result that is not wanted.
    fn goal(&self, nodes: &[Node]) -> Option<Goal> {
        let mut goal = Goal::new();
        for node in nodes {
            match node.as_result() {
                Some(result) if (self.wanted)(result) => {}
                Some(_) => return None,
                None => goal.push(*node),
            }
        }
        goal.sort_unstable();
        goal.dedup();
        Some(goal)
    }

    /// How many answers must change; none when no change is enough.
    fn cost(&mut self, goal: &Goal) -> Option<u32> {
        if goal.is_empty() {
            return Some(0);
        }
        if let Some(cost) = self.costs.get(goal) {
            return *cost;
        }
        let (_, steps) = self.steps(goal)?;
        let best = steps.iter().filter_map(|step| Some(self.cost(&step.goal)? + u32::from(step.class.is_some()))).min();
        self.costs.insert(goal.clone(), best);
        best
    }

    fn steps(&self, goal: &Goal) -> Option<(QuestionId, Vec<Step>)> {
        let branches = || goal.iter().filter_map(|node| self.diagrams.branch(*node));
        let (question, width) = branches().map(|branch| (branch.question, branch.next.len())).min()?;
        let after = |classes: std::ops::Range<usize>| {
            let mut nodes = Goal::new();
            for node in goal {
                match self.diagrams.branch(*node).filter(|branch| branch.question == question) {
                    Some(branch) => nodes.extend(branch.next.get(classes.clone()).into_iter().flatten()),
                    None => nodes.push(*node),
                }
            }
            self.goal(&nodes)
        };
        let current = self.known.class(question);
        let kept = after(current.map_or(0..width, |class| class..class + 1)).map(|goal| Step { class: None, goal });
        let turned = (0..width).filter(|class| current != Some(*class));
        let turned = turned.filter_map(|class| Some(Step { class: Some(class), goal: after(class..class + 1)? }));
        Some((question, kept.into_iter().chain(turned).collect()))
    }

    fn cheapest(&mut self, goal: &Goal, path: &mut Vec<(QuestionId, Vec<usize>)>, found: &mut Changes) {
        let Some((question, steps)) = self.steps(goal) else {
            found.push(path.clone());
            return;
        };
        let best = self.cost(goal);
        let mut turns: BTreeMap<Goal, Vec<usize>> = BTreeMap::new();
        for step in steps {
            if self.cost(&step.goal).map(|cost| cost + u32::from(step.class.is_some())) != best {
                continue;
            }
            match step.class {
                None => self.cheapest(&step.goal, path, found),
                Some(class) => turns.entry(step.goal).or_default().push(class),
            }
        }
        for (goal, classes) in turns {
            path.push((question, classes));
            self.cheapest(&goal, path, found);
            path.pop();
        }
    }
}
