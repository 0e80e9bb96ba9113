//! The state of each item of the receiver's checklist.

use super::{Truth, View};
use crate::answers::{Answer, Reading};
use crate::rulebook::classes::TextState;
use crate::rulebook::{Item, ItemId, QuestionId};

/// How far an item of the checklist has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemState {
    /// The doctor has said it.
    Described,
    /// Only words that say nothing.
    Vague,
    /// Relevant and not said.
    Missing,
    /// "Vet ikke".
    AnsweredUnknown,
    /// Not asked for in this situation.
    NotRelevant,
    /// Whether it is relevant is not known yet.
    Undecided,
}

impl ItemState {
    /// The id used in JSON and cases.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            ItemState::Described => "described",
            ItemState::Vague => "vague",
            ItemState::Missing => "missing",
            ItemState::AnsweredUnknown => "answered-unknown",
            ItemState::NotRelevant => "not-relevant",
            ItemState::Undecided => "undecided",
        }
    }
}

impl View<'_> {
    pub(super) fn item_state(&self, id: ItemId) -> ItemState {
        let Some(item) = self.rulebook.items.get(id.index()) else { return ItemState::NotRelevant };
        match Truth::of(self.decide(item.relevant)) {
            Truth::No => return ItemState::NotRelevant,
            Truth::Unknown => return ItemState::Undecided,
            Truth::Yes => {}
        }
        let mut sure = Vec::new();
        let mut with_open = Vec::new();
        for id in &item.questions {
            let relevance = self.relevance(*id);
            if relevance == Truth::Yes {
                sure.push(self.said(*id));
            }
            if relevance != Truth::No {
                with_open.push(self.said(*id));
            }
        }
        // A question whose relevance is open must not change the state either way, or the state is open too.
        let state = joined(item, &sure);
        if joined(item, &with_open) == state { state } else { ItemState::Undecided }
    }

    /// What the answer to one relevant question says.
    pub(super) fn said(&self, id: QuestionId) -> ItemState {
        let Some(question) = self.rulebook.question(id) else { return ItemState::Missing };
        match self.answers.get(id) {
            None => ItemState::Missing,
            Some(Answer::Unknown) => ItemState::AnsweredUnknown,
            // Six times "unaffected" is not a described function.
            Some(Answer::Unaffected) => ItemState::Missing,
            Some(answer @ (Answer::Text(_) | Answer::Coded(_))) => match Reading::of(&question.kind, answer).text_state() {
                Some(TextState::Described) => ItemState::Described,
                Some(TextState::Vague) => ItemState::Vague,
                _ => ItemState::Missing,
            },
            // The list asks for the document itself: "not attached" is an answer, but the document is missing.
            Some(Answer::Choice(option)) if question.attached_when.is_some() && question.option_name(*option) == "no" => ItemState::Missing,
            // A list without a stay names none.
            Some(Answer::Stays(stays)) if stays.is_empty() => ItemState::Missing,
            Some(_) => ItemState::Described,
        }
    }
}

/// The state of an item whose relevant questions say this.
pub(super) fn joined(item: &Item, states: &[ItemState]) -> ItemState {
    let any = [ItemState::Described, ItemState::Vague, ItemState::Missing, ItemState::AnsweredUnknown];
    let all = [ItemState::Missing, ItemState::Vague, ItemState::AnsweredUnknown, ItemState::Described];
    let order = if item.all { all } else { any };
    order.into_iter().find(|state| states.contains(state)).unwrap_or(ItemState::NotRelevant)
}
