//! The naive reading of checklist items: "unanswered" is a state here, not something to complete. Only whether something
//! is relevant, and what a "vet ikke" would have been, is completed in every way.

use super::random::Random;
use super::reference::{Matter, Naive, samples, text_state};
use hs_core::answers::{Answer, Answers};
use hs_core::assess::ItemState;
use hs_core::content::{Content, ItemContent};
use hs_core::rulebook::classes::TextState;
use hs_core::rulebook::{QuestionId, Region};
use std::collections::BTreeSet;

/// What an answer says, and its class where a relevance reads it; answers that are alike in both.
struct Way {
    said: ItemState,
    class: Option<usize>,
    members: Vec<Answer>,
}

/// An item with everything that bears on it.
pub struct ItemTable<'a> {
    content: &'a Content,
    item: &'a ItemContent,
    naive: Naive<'a>,
    /// The questions that bear on it.
    pub questions: Vec<QuestionId>,
    ways: Vec<Vec<Way>>,
}

/// By question: not answered, "vet ikke", or a way to answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Digit {
    /// Not answered.
    Unanswered,
    /// "Vet ikke".
    Unknown,
    /// Answered this way.
    Way(usize),
}

/// One question's part in a completion.
#[derive(Clone, Copy)]
struct Done {
    class: usize,
    said: ItemState,
}

impl<'a> ItemTable<'a> {
    /// Finds the questions and the ways to answer them.
    pub fn of(content: &'a Content, region: Region, item: &'a ItemContent) -> Self {
        let mut matters = vec![Matter::Item(&item.relevant)];
        matters.extend(item.questions.iter().map(|question| Matter::Relevance(*question)));
        let naive = Naive::of(content, region, &matters);
        let questions: Vec<QuestionId> = naive.reads.iter().chain(&item.questions).copied().collect::<BTreeSet<_>>().into_iter().collect();
        let mut table = Self { content, item, naive, questions, ways: Vec::new() };
        table.ways = table.questions.iter().map(|question| table.ways_to_answer(*question)).collect();
        table
    }

    fn ways_to_answer(&self, question: QuestionId) -> Vec<Way> {
        let mut ways: Vec<Way> = Vec::new();
        let read = self.naive.reads.contains(&question);
        for answer in samples(&self.content.questions[question.index()], &[]) {
            let said = self.said(question, Some(&answer));
            let class = read.then(|| self.naive.class(question, &answer).expect("a sample of the same list"));
            match ways.iter_mut().find(|way| way.said == said && way.class == class) {
                Some(way) if way.members.len() < 6 => way.members.push(answer),
                Some(_) => {}
                None => ways.push(Way { said, class, members: vec![answer] }),
            }
        }
        ways
    }

    /// What one answer says of what the list asks for.
    fn said(&self, id: QuestionId, answer: Option<&Answer>) -> ItemState {
        let question = &self.content.questions[id.index()];
        match answer {
            None | Some(Answer::Unaffected) => ItemState::Missing,
            Some(Answer::Unknown) => ItemState::AnsweredUnknown,
            Some(answer @ (Answer::Text(_) | Answer::Coded(_))) => match text_state(question, answer).expect("a text") {
                TextState::Blank => ItemState::Missing,
                TextState::Vague => ItemState::Vague,
                TextState::Described => ItemState::Described,
            },
            // A document said not to be attached is missing. An empty list names no stay.
            Some(Answer::Choice(option)) if question.attached_when.is_some() && question.option_name(*option) == "no" => ItemState::Missing,
            Some(Answer::Stays(stays)) if stays.is_empty() => ItemState::Missing,
            Some(_) => ItemState::Described,
        }
    }

    /// How many partial answers there are.
    pub fn partials(&self) -> usize {
        self.ways.iter().map(|ways| ways.len() + 2).product()
    }

    /// The partial answer with this number.
    pub fn partial(&self, number: usize) -> Vec<Digit> {
        let mut rest = number;
        let digits = self.ways.iter().map(|ways| {
            let digit = rest % (ways.len() + 2);
            rest /= ways.len() + 2;
            match digit {
                0 => Digit::Unanswered,
                1 => Digit::Unknown,
                way => Digit::Way(way - 2),
            }
        });
        digits.collect()
    }

    /// Answers of this kind.
    pub fn answers(&self, partial: &[Digit], random: &mut Random) -> Answers {
        let mut answers = Answers::new();
        for ((question, ways), digit) in self.questions.iter().zip(&self.ways).zip(partial) {
            match digit {
                Digit::Unanswered => {}
                Digit::Unknown => answers.set(*question, Answer::Unknown),
                Digit::Way(way) => answers.set(*question, random.pick(&ways[*way].members).clone()),
            }
        }
        answers
    }

    fn given(&self, at: usize, digit: Digit) -> ItemState {
        match digit {
            Digit::Unanswered => ItemState::Missing,
            Digit::Unknown => ItemState::AnsweredUnknown,
            Digit::Way(way) => self.ways[at][way].said,
        }
    }

    /// The state, when it is the same in whatever way the open relevance turns out.
    pub fn state(&self, partial: &[Digit]) -> ItemState {
        let choices: Vec<Vec<Done>> = partial
            .iter()
            .enumerate()
            .map(|(at, digit)| {
                let said = self.given(at, *digit);
                match digit {
                    Digit::Way(way) => vec![Done { class: self.ways[at][*way].class.unwrap_or(0), said }],
                    _ => self.classes(at).map(|class| Done { class, said }).collect(),
                }
            })
            .collect();
        let mut states = Vec::new();
        self.each(&choices, &mut |done| {
            let state = self.state_when(done);
            if !states.contains(&state) {
                states.push(state);
            }
        });
        if states.len() == 1 { states[0] } else { ItemState::Undecided }
    }

    /// Every class of a question that a relevance reads, otherwise one that does not matter.
    fn classes(&self, at: usize) -> impl Iterator<Item = usize> {
        0..self.naive.classes[self.questions[at].index()].len().max(1)
    }

    /// The questions on which two completions differ in the state. A "vet ikke" may come to anything, also to nothing
    /// being said.
    pub fn needs(&self, partial: &[Digit]) -> Vec<QuestionId> {
        let choices: Vec<Vec<Done>> = partial
            .iter()
            .enumerate()
            .map(|(at, digit)| match digit {
                Digit::Way(way) => vec![Done { class: self.ways[at][*way].class.unwrap_or(0), said: self.ways[at][*way].said }],
                Digit::Unanswered => self.classes(at).map(|class| Done { class, said: ItemState::Missing }).collect(),
                Digit::Unknown => {
                    let nothing = self.classes(at).map(|class| Done { class, said: ItemState::Missing });
                    nothing.chain(self.ways[at].iter().map(|way| Done { class: way.class.unwrap_or(0), said: way.said })).collect()
                }
            })
            .collect();
        let mut needs = BTreeSet::new();
        self.each(&choices, &mut |done| {
            let before = self.state_when(done);
            for (at, choices) in choices.iter().enumerate() {
                let mut other = done.to_vec();
                if choices.iter().any(|choice| {
                    other[at] = *choice;
                    self.state_when(&other) != before
                }) {
                    needs.insert(self.questions[at]);
                }
            }
        });
        needs.into_iter().collect()
    }

    /// The state when everything relevance reads is known.
    fn state_when(&self, done: &[Done]) -> ItemState {
        let mut classes = vec![0; self.content.questions.len()];
        for (question, one) in self.questions.iter().zip(done) {
            classes[question.index()] = one.class;
        }
        if self.naive.result(Matter::Item(&self.item.relevant), &classes) == 0 {
            return ItemState::NotRelevant;
        }
        let asked = self.questions.iter().zip(done).filter(|(question, _)| self.item.questions.contains(question));
        let said: Vec<ItemState> =
            asked.filter(|(question, _)| self.naive.is_relevant(**question, &classes)).map(|(_, done)| done.said).collect();
        // `any`: the best of what is said. `all`: what lacks most. "Vet ikke" is a state only when it is all that is left.
        let order: &[ItemState] = if self.item.all {
            &[ItemState::Missing, ItemState::Vague, ItemState::AnsweredUnknown, ItemState::Described]
        } else {
            &[ItemState::Described, ItemState::Vague, ItemState::Missing, ItemState::AnsweredUnknown]
        };
        order.iter().copied().find(|state| said.contains(state)).unwrap_or(ItemState::NotRelevant)
    }

    fn each(&self, choices: &[Vec<Done>], act: &mut dyn FnMut(&[Done])) {
        let count: usize = choices.iter().map(Vec::len).product();
        for number in 0..count {
            let mut rest = number;
            let done: Vec<Done> = choices
                .iter()
                .map(|choices| {
                    let one = choices[rest % choices.len()];
                    rest /= choices.len();
                    one
                })
                .collect();
            act(&done);
        }
    }

    /// The partial answer with only these questions answered.
    pub fn only(&self, partial: &[Digit], kept: &[QuestionId]) -> Vec<Digit> {
        let digits = self.questions.iter().zip(partial);
        digits.map(|(question, digit)| if kept.contains(question) { *digit } else { Digit::Unanswered }).collect()
    }

    /// The partial answer these answers are.
    pub fn digits(&self, answers: &Answers) -> Vec<Digit> {
        self.questions
            .iter()
            .enumerate()
            .map(|(at, question)| match answers.get(*question) {
                None => Digit::Unanswered,
                Some(Answer::Unknown) => Digit::Unknown,
                Some(answer) => {
                    let said = self.said(*question, Some(answer));
                    let class = self.naive.reads.contains(question).then(|| self.naive.class(*question, answer).expect("a class"));
                    Digit::Way(self.ways[at].iter().position(|way| way.said == said && way.class == class).expect("a way"))
                }
            })
            .collect()
    }
}
