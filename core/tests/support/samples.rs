//! Answers of every kind, for the engines to be tried on.

use hs_core::answers::{Answer, Coded, Stay};
use hs_core::rulebook::classes::Predicate;
use hs_core::rulebook::{OptionId, Question, QuestionKind};

/// Answers of every kind: what the tests could tell apart, with a margin.
pub fn samples(question: &Question, predicates: &[&Predicate]) -> Vec<Answer> {
    match &question.kind {
        QuestionKind::Choice { options, .. } => (0..options.len()).map(|at| Answer::Choice(OptionId::at(at))).collect(),
        QuestionKind::Multi { options, exclusive } => {
            let alone = exclusive.iter().map(|option| Answer::Multi(vec![*option]));
            let free: Vec<OptionId> = (0..options.len()).map(OptionId::at).filter(|option| !exclusive.contains(option)).collect();
            let sets = (1_usize..1 << free.len()).map(|set| {
                Answer::Multi(free.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, option)| *option).collect())
            });
            sets.chain(alone).collect()
        }
        QuestionKind::Number { min, max, .. } => {
            let mut numbers = vec![*min, *max];
            for predicate in predicates {
                if let Predicate::AtLeast(bound) = predicate {
                    numbers.extend([bound - 1, *bound, bound + 1]);
                }
            }
            numbers.into_iter().filter(|number| min <= number && number <= max).map(Answer::Number).collect()
        }
        QuestionKind::Text { vague_words } => texts(vague_words),
        QuestionKind::Area { vague_words } => [texts(vague_words), vec![Answer::Unaffected]].concat(),
        QuestionKind::Coded => ["MS", "MS, 038515 98730", " ", "-"]
            .into_iter()
            .flat_map(|text| {
                ["", "N86"].map(|code| Answer::Coded(Coded { system: String::new(), code: code.to_owned(), text: text.to_owned() }))
            })
            .collect(),
        QuestionKind::Stays => stays(),
    }
}

fn texts(vague_words: &[String]) -> Vec<Answer> {
    let mut texts: Vec<String> =
        ["Gå trapp til 3. etasje", "Født 03851598730, går med stokk", "", " \n– ", "Ring 91 61 23 45"].map(str::to_owned).to_vec();
    texts.extend(vague_words.iter().cloned());
    texts.push(vague_words.iter().take(3).map(|word| word.to_uppercase()).collect::<Vec<_>>().join(", "));
    texts.into_iter().map(Answer::Text).collect()
}

/// Every list of up to three stays, of all nine kinds.
fn stays() -> Vec<Answer> {
    let known = [Some(true), None, Some(false)];
    let kinds: Vec<Stay> = known
        .iter()
        .flat_map(|condition| known.iter().map(|leg| Stay { same_condition: *condition, same_programme: *leg, ..Stay::default() }))
        .collect();
    let mut lists: Vec<Vec<Stay>> = vec![Vec::new()];
    let mut all = lists.clone();
    for _ in 0..3 {
        lists = lists.iter().flat_map(|list| kinds.iter().map(|kind| [list.as_slice(), std::slice::from_ref(kind)].concat())).collect();
        all.extend(lists.clone());
    }
    all.into_iter().map(Answer::Stays).collect()
}
