//! Why an item of the checklist lacks something, what decides whether it does, and what would describe it.

use super::checklist::joined;
use super::{Change, ItemState, Part, Truth, View};
use crate::answers::{Answer, Answers};
use crate::rulebook::diagram::{Known, Node};
use crate::rulebook::{Item, ItemId, OptionId, QuestionId, QuestionKind};
use std::collections::BTreeMap;

/// More completions than this are not tried: then everything that is waited for is needed. No content comes near.
const MOST: usize = 4096;

impl View<'_> {
    /// An item is missing because of the answers that make it and its questions relevant, and of what was said of it:
    /// enough to give the finding again, but not minimal, since an answer that says too little adds nothing to silence.
    pub(super) fn because_of_item(&self, item: ItemId) -> Vec<QuestionId> {
        let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
        let mut because = self.minimal(item.relevant, 1);
        for question in item.questions.iter().filter(|id| self.relevance(**id) == Truth::Yes) {
            because.extend(self.minimal(self.relevance_of(*question), 1));
            if self.answers.get(*question).is_some() {
                because.push(*question);
            }
        }
        because.sort_unstable();
        because.dedup();
        because
    }

    /// The questions on which two completions differ in the state of the item: some of those its relevance waits for,
    /// and every "vet ikke" that a completion asks for.
    pub(super) fn needs_of_item(&self, item: ItemId) -> Vec<QuestionId> {
        let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
        let nodes = item.questions.iter().map(|question| self.relevance_of(*question)).chain([item.relevant]);
        let mut waits: Vec<QuestionId> = nodes.flat_map(|node| self.node_needs(node)).collect();
        waits.sort_unstable();
        waits.dedup();
        let unknown: Vec<QuestionId> = item.questions.iter().copied().filter(|id| self.is_unknown(*id)).collect();
        let candidates = waits.iter().map(|id| (*id, self.rulebook.classifiers.get(id.index()).map_or(1, |one| one.classes.len())));
        // A "vet ikke" can turn out to be described, or never said.
        let candidates: Vec<(QuestionId, usize)> = candidates.chain(unknown.iter().map(|id| (*id, 2))).collect();
        let count = candidates.iter().try_fold(1_usize, |count, (_, width)| count.checked_mul(*width)).unwrap_or(usize::MAX);
        let mut needs: Vec<QuestionId> = if candidates.len() < 2 || count > MOST {
            candidates.iter().map(|(id, _)| *id).collect()
        } else {
            let states: Vec<ItemState> = (0..count).map(|number| self.state_in(item, &candidates, waits.len(), number)).collect();
            let mut step = 1;
            let mut differing = Vec::new();
            for (id, width) in &candidates {
                let group = step * width;
                if states.chunks(group).any(|group| group.iter().skip(step).zip(group).any(|(one, other)| one != other)) {
                    differing.push(*id);
                }
                step = group;
            }
            differing
        };
        needs.sort_unstable();
        needs.dedup();
        needs
    }

    /// The state of the item in one completion: a class for each question waited for, and what each "vet ikke" was.
    fn state_in(&self, item: &Item, candidates: &[(QuestionId, usize)], waits: usize, number: usize) -> ItemState {
        let mut rest = number;
        let digits: Vec<(QuestionId, usize)> = candidates
            .iter()
            .map(|(id, width)| {
                let digit = rest % width;
                rest /= width;
                (*id, digit)
            })
            .collect();
        let (classes, said) = digits.split_at(waits.min(digits.len()));
        let digit = |of: &[(QuestionId, usize)], id: QuestionId| of.iter().find(|(one, _)| *one == id).map(|(_, digit)| *digit);
        let known = |id: QuestionId| digit(classes, id).or_else(|| self.classes.known().class(id));
        if !self.is_so(item.relevant, &known) {
            return ItemState::NotRelevant;
        }
        let asked = item.questions.iter().filter(|id| self.is_so(self.relevance_of(**id), &known));
        joined(
            item,
            asked.map(|id| match digit(said, *id) {
                Some(0) => ItemState::Described,
                Some(_) => ItemState::Missing,
                None => self.said(*id),
            }),
        )
    }

    /// What would describe an item: any one of its questions, or each that says too little, and what that opens.
    pub(super) fn describes(&self, item: ItemId) -> Vec<Change> {
        let Some(item) = self.rulebook.items.get(item.index()) else { return Vec::new() };
        let lacks = |id: &QuestionId| self.said(*id) != ItemState::Described;
        let lacking: Vec<QuestionId> = item.questions.iter().copied().filter(|id| self.relevance(*id) == Truth::Yes && lacks(id)).collect();
        let described =
            |id: &QuestionId| Part { question: *id, any_of: self.describing_answers(*id).into_iter().map(|(name, _)| name).collect() };
        if !item.all {
            return lacking.iter().map(|id| vec![described(id)]).collect();
        }
        for turning in &lacking {
            // An option can open a question of the same item, which then lacks too: "what is new?", and the words.
            let mut ways: BTreeMap<Vec<QuestionId>, Vec<String>> = BTreeMap::new();
            for (name, option) in self.describing_answers(*turning) {
                let opened = self.opened_by(item, *turning, option).into_iter().filter(lacks).collect();
                ways.entry(opened).or_default().push(name);
            }
            if ways.keys().any(|opened| !opened.is_empty()) {
                let change = |(opened, any_of): (Vec<QuestionId>, Vec<String>)| {
                    let own =
                        lacking.iter().map(|id| if id == turning { Part { question: *id, any_of: any_of.clone() } } else { described(id) });
                    own.chain(opened.iter().map(described)).collect()
                };
                return ways.into_iter().map(change).collect();
            }
        }
        vec![lacking.iter().map(described).collect()]
    }

    /// The questions of the item that are asked once this option is chosen, and are not yet.
    fn opened_by(&self, item: &Item, question: QuestionId, option: Option<OptionId>) -> Vec<QuestionId> {
        let Some(option) = option else { return Vec::new() };
        let is_multi = self.rulebook.question(question).is_some_and(|one| matches!(one.kind, QuestionKind::Multi { .. }));
        let mut chosen = Answers::new();
        chosen.set(question, if is_multi { Answer::Multi(vec![option]) } else { Answer::Choice(option) });
        let class = chosen.class(self.rulebook, question);
        let known = |id: QuestionId| if id == question { class } else { self.classes.known().class(id) };
        let closed = item.questions.iter().copied().filter(|id| self.relevance(*id) != Truth::Yes);
        closed.filter(|id| self.is_so(self.relevance_of(*id), &known)).collect()
    }

    /// The answers that describe, by name, with the option where it is one.
    fn describing_answers(&self, question: QuestionId) -> Vec<(String, Option<OptionId>)> {
        let Some(question) = self.rulebook.question(question) else { return Vec::new() };
        match &question.kind {
            QuestionKind::Choice { options, .. } | QuestionKind::Multi { options, .. } => {
                let named = options.iter().enumerate().map(|(at, name)| (name.clone(), Some(OptionId::at(at))));
                named.filter(|(name, _)| question.attached_when.is_none() || name != "no").collect()
            }
            _ => vec![("described".to_owned(), None)],
        }
    }

    fn relevance_of(&self, question: QuestionId) -> Node {
        self.rulebook.relevance.get(question.index()).copied().unwrap_or(Node::NO)
    }

    fn is_so(&self, node: Node, known: &impl Known) -> bool {
        self.rulebook.diagrams.decide(node, known) == Some(1)
    }
}
