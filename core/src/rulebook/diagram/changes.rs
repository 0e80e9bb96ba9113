//! What would lead to another result: the fewest answers to change.

use super::{Diagrams, Known, Node};
use crate::rulebook::ids::QuestionId;

/// The smallest changes that lead to another result: alternatives, each a set of (question, classes).
pub type Changes = Vec<Vec<(QuestionId, Vec<usize>)>>;

/// Nodes that must all come to the wanted result, in order; those that have come to it are left out. An open question puts
/// every way it can turn out into the goal.
type Goal = Vec<Node>;

impl Diagrams {
    /// The fewest changes of known answers (or fewest new answers) that lead to the wanted result,
    /// whatever the other open questions turn out to be. Empty when no change can, or none is needed.
    #[must_use]
    pub fn changes(&self, node: Node, known: &Known, wanted: usize) -> Changes {
        let mut search = Search { diagrams: self, known, wanted: Node::result(wanted), costs: Vec::new(), found: Vec::new() };
        let mut goal = Goal::new();
        if search.add(&mut goal, node) && search.cost(&goal).is_some_and(|cost| cost > 0) {
            search.cheapest(&goal, &mut Vec::new());
        }
        search.found
    }
}

struct Search<'a> {
    diagrams: &'a Diagrams,
    known: &'a Known,
    wanted: Node,
    /// The costs known so far, in the order of the goals.
    costs: Vec<(Goal, Option<u32>)>,
    /// The changes found so far, in order.
    found: Changes,
}

/// A way on from the first question of a goal: with a class that costs a change, with the known one, or left open.
struct Step {
    class: Option<usize>,
    goal: Goal,
}

impl Search<'_> {
    /// Puts a node into the goal. False when it is a result that is not wanted.
    fn add(&self, goal: &mut Goal, node: Node) -> bool {
        if node.as_result().is_some() {
            return node == self.wanted;
        }
        if let Err(place) = goal.binary_search(&node) {
            goal.insert(place, node);
        }
        true
    }

    /// How many answers must change; none when no change is enough.
    fn cost(&mut self, goal: &Goal) -> Option<u32> {
        if goal.is_empty() {
            return Some(0);
        }
        if let Ok(place) = self.place(goal) {
            return self.costs.get(place)?.1;
        }
        let mut best: Option<u32> = None;
        for step in self.steps(goal)?.1 {
            if let Some(cost) = self.cost_of(&step) {
                best = Some(best.map_or(cost, |best| best.min(cost)));
            }
        }
        if let Err(place) = self.place(goal) {
            self.costs.insert(place, (goal.clone(), best));
        }
        best
    }

    fn cost_of(&mut self, step: &Step) -> Option<u32> {
        Some(self.cost(&step.goal)? + u32::from(step.class.is_some()))
    }

    /// Where the cost of a goal stands, or would stand.
    fn place(&self, goal: &Goal) -> Result<usize, usize> {
        self.costs.binary_search_by(|(known, _)| known.cmp(goal))
    }

    fn steps(&self, goal: &Goal) -> Option<(QuestionId, Vec<Step>)> {
        let branches = goal.iter().filter_map(|node| self.diagrams.branch(*node));
        let (question, width) = branches.map(|branch| (branch.question, branch.next.len())).min()?;
        let current = self.known.class(question);
        let mut steps = Vec::new();
        if let Some(goal) = self.after(goal, question, current.map_or(0..width, |class| class..class + 1)) {
            steps.push(Step { class: None, goal });
        }
        for class in (0..width).filter(|class| current != Some(*class)) {
            if let Some(goal) = self.after(goal, question, class..class + 1) {
                steps.push(Step { class: Some(class), goal });
            }
        }
        Some((question, steps))
    }

    /// The goal after the question turns out to be in one of the classes; none when it cannot be reached any more.
    fn after(&self, goal: &Goal, question: QuestionId, classes: std::ops::Range<usize>) -> Option<Goal> {
        let mut after = Goal::new();
        for node in goal {
            let next = match self.diagrams.branch(*node) {
                Some(branch) if branch.question == question => branch.next.get(classes.clone()).unwrap_or_default(),
                _ => std::slice::from_ref(node),
            };
            if !next.iter().all(|node| self.add(&mut after, *node)) {
                return None;
            }
        }
        Some(after)
    }

    fn cheapest(&mut self, goal: &Goal, path: &mut Vec<(QuestionId, Vec<usize>)>) {
        let Some((question, steps)) = self.steps(goal) else {
            if let Err(place) = self.found.binary_search(path) {
                self.found.insert(place, path.clone());
            }
            return;
        };
        let best = self.cost(goal);
        // Classes with the same way on are one change.
        let mut turns: Vec<(Goal, Vec<usize>)> = Vec::new();
        for step in steps {
            if self.cost_of(&step) != best {
                continue;
            }
            match (step.class, turns.iter_mut().find(|(goal, _)| *goal == step.goal)) {
                (None, _) => self.cheapest(&step.goal, path),
                (Some(class), Some((_, classes))) => classes.push(class),
                (Some(class), None) => turns.push((step.goal, vec![class])),
            }
        }
        for (goal, classes) in turns {
            path.push((question, classes));
            self.cheapest(&goal, path);
            path.pop();
        }
    }
}
