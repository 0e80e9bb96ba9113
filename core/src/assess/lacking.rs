//! Why an item of the checklist lacks something, what decides whether it does, and what would describe it.

use super::checklist::joined;
use super::{Change, ItemState, Part, Truth, View};
use crate::answers::Answer;
use crate::listed::Listed;
use crate::rulebook::diagram::{Known, Node};
use crate::rulebook::{Item, ItemId, OptionId, QuestionId, QuestionKind, QuestionSet};

/// More completions than this are not tried: then everything that is waited for is needed. No content comes near.
const MOST: usize = 4096;

/// A question on which the state of an item may depend.
struct Candidate {
    question: QuestionId,
    /// How many ways it can turn out.
    width: usize,
    /// Whether its class is waited for; otherwise it is a "vet ikke".
    waits: bool,
}

impl View<'_> {
    /// An item is missing because of the answers that make it and its questions relevant, and of what was said of it:
    /// enough to give the finding again, but not minimal, since an answer that says too little adds nothing to silence.
    pub(super) fn because_of_item(&self, item: ItemId) -> Vec<QuestionId> {
        let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
        let mut because = QuestionSet::new();
        because.extend(&self.minimal(item.relevant, 1));
        for question in item.questions.iter().filter(|id| self.relevance(**id) == Truth::Yes) {
            because.extend(&self.minimal(self.relevance_of(*question), 1));
            if self.answers.get(*question).is_some() {
                because.insert(*question);
            }
        }
        because.to_vec()
    }

    /// The questions on which two completions differ in the state of the item: some of those its relevance waits for,
    /// and every "vet ikke" that a completion asks for.
    pub(super) fn needs_of_item(&self, item: ItemId) -> Vec<QuestionId> {
        let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
        let mut waits = QuestionSet::new();
        waits.extend(&self.node_needs(item.relevant));
        for question in &item.questions {
            waits.extend(&self.node_needs(self.relevance_of(*question)));
        }
        let mut candidates = Vec::new();
        for question in waits.to_vec() {
            let width = self.rulebook.classifiers.get(question.index()).map_or(1, |one| one.classes.len());
            candidates.push(Candidate { question, width, waits: true });
        }
        // A "vet ikke" can turn out to be described, or never said.
        for question in item.questions.iter().copied().filter(|id| self.is_unknown(*id)) {
            candidates.push(Candidate { question, width: 2, waits: false });
        }
        let count = candidates.iter().try_fold(1_usize, |count, one| count.checked_mul(one.width)).unwrap_or(usize::MAX);
        let mut needs = QuestionSet::new();
        if candidates.len() < 2 || count > MOST {
            for one in &candidates {
                needs.insert(one.question);
            }
            return needs.to_vec();
        }
        let states: Vec<ItemState> = (0..count).map(|number| self.state_in(item, &candidates, number)).listed();
        let mut step = 1;
        for one in &candidates {
            let group = step * one.width;
            if states.chunks(group).any(|group| group.get(step..) != group.get(..group.len() - step)) {
                needs.insert(one.question);
            }
            step = group;
        }
        needs.to_vec()
    }

    /// The state of the item in one completion: a class for each question waited for, and what each "vet ikke" was.
    fn state_in(&self, item: &Item, candidates: &[Candidate], number: usize) -> ItemState {
        let mut known = self.known.clone();
        let mut said = Vec::new();
        let mut rest = number;
        for one in candidates {
            let digit = rest % one.width;
            rest /= one.width;
            if one.waits {
                known.set(one.question, Some(digit));
            } else {
                said.push((one.question, if digit == 0 { ItemState::Described } else { ItemState::Missing }));
            }
        }
        if !self.is_so(item.relevant, &known) {
            return ItemState::NotRelevant;
        }
        let mut states = Vec::new();
        for question in &item.questions {
            if self.is_so(self.relevance_of(*question), &known) {
                let turned_out = said.iter().find(|(id, _)| id == question);
                states.push(turned_out.map_or_else(|| self.said(*question), |(_, state)| *state));
            }
        }
        joined(item, &states)
    }

    /// What would describe an item: any one of its questions, or each that says too little, and what that opens.
    pub(super) fn describes(&self, item: ItemId) -> Vec<Change> {
        let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
        let lacks = |id: &QuestionId| self.said(*id) != ItemState::Described;
        let lacking: Vec<QuestionId> = item.questions.iter().copied().filter(|id| self.relevance(*id) == Truth::Yes && lacks(id)).listed();
        let described =
            |id: &QuestionId| Part { question: *id, any_of: self.describing_answers(*id).into_iter().map(|(name, _)| name).listed() };
        if !item.all {
            return lacking.iter().map(|id| vec![described(id)]).listed();
        }
        for turning in &lacking {
            // An option can open a question of the same item, which then lacks too: "what is new?", and the words.
            let mut ways: Vec<(Vec<QuestionId>, Vec<String>)> = Vec::new();
            for (name, option) in self.describing_answers(*turning) {
                let mut opened = self.opened_by(item, *turning, option);
                opened.retain(lacks);
                let place = ways.partition_point(|(other, _)| *other < opened);
                match ways.get_mut(place) {
                    Some((same, names)) if *same == opened => names.push(name),
                    _ => ways.insert(place, (opened, vec![name])),
                }
            }
            if ways.iter().all(|(opened, _)| opened.is_empty()) {
                continue;
            }
            let mut changes = Vec::new();
            for (opened, any_of) in ways {
                let mut change = Change::new();
                for id in &lacking {
                    change.push(if id == turning { Part { question: *id, any_of: any_of.clone() } } else { described(id) });
                }
                change.extend(opened.iter().map(described));
                changes.push(change);
            }
            return changes;
        }
        vec![lacking.iter().map(described).listed()]
    }

    /// The questions of the item that are asked once this option is chosen, and are not yet.
    fn opened_by(&self, item: &Item, question: QuestionId, option: Option<OptionId>) -> Vec<QuestionId> {
        let Some(option) = option else { return Vec::new() };
        let is_multi = self.rulebook.question(question).is_some_and(|one| matches!(one.kind, QuestionKind::Multi { .. }));
        let chosen = if is_multi { Answer::Multi(vec![option]) } else { Answer::Choice(option) };
        let mut known = self.known.clone();
        known.set(question, chosen.class(self.rulebook, question));
        let mut opened = item.questions.clone();
        opened.retain(|id| self.relevance(*id) != Truth::Yes && self.is_so(self.relevance_of(*id), &known));
        opened
    }

    /// The answers that describe, by name, with the option where it is one.
    fn describing_answers(&self, question: QuestionId) -> Vec<(String, Option<OptionId>)> {
        let Some(question) = self.rulebook.question(question) else { return Vec::new() };
        match &question.kind {
            QuestionKind::Choice { options, .. } | QuestionKind::Multi { options, .. } => {
                let mut named = Vec::new();
                for (at, name) in options.iter().enumerate() {
                    if question.attached_when.is_none() || name != "no" {
                        named.push((name.clone(), Some(OptionId::at(at))));
                    }
                }
                named
            }
            _ => vec![("described".to_owned(), None)],
        }
    }

    fn relevance_of(&self, question: QuestionId) -> Node {
        self.rulebook.relevance.get(question.index()).copied().unwrap_or(Node::NO)
    }

    fn is_so(&self, node: Node, known: &Known) -> bool {
        self.rulebook.diagrams.decide(node, known) == Some(1)
    }
}
