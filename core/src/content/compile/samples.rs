//! An answer of every kind, so that all possible answers fall into the classes the tests tell apart.

use crate::answers::{Answer, Coded, Reading, Stay};
use crate::rulebook::classes::{Classifier, Predicate};
use crate::rulebook::{OptionId, Question, QuestionKind};

/// Sorts every possible answer into classes by what the predicates say of it.
pub(super) fn classifier(question: &Question, predicates: &[Predicate]) -> Classifier {
    let mut classifier = Classifier { predicates: predicates.to_vec(), classes: Vec::new(), examples: Vec::new() };
    if predicates.is_empty() {
        return classifier;
    }
    for (answer, example) in samples(question, predicates) {
        let reading = Reading::of(&question.kind, &answer);
        let mut bits = 0_u32;
        for (at, predicate) in predicates.iter().enumerate() {
            if reading.holds(predicate) {
                bits |= 1_u32.checked_shl(u32::try_from(at).unwrap_or(32)).unwrap_or(0);
            }
        }
        let class = match classifier.classes.iter().position(|class| *class == bits) {
            Some(class) => class,
            None => {
                classifier.classes.push(bits);
                classifier.examples.push(Vec::new());
                classifier.classes.len() - 1
            }
        };
        if let (Some(example), Some(examples)) = (example, classifier.examples.get_mut(class))
            && !examples.contains(&example)
        {
            examples.push(example);
        }
    }
    classifier
}

/// An answer of every kind the predicates can tell apart, with how one would name it as a remedy.
fn samples(question: &Question, predicates: &[Predicate]) -> Vec<(Answer, Option<String>)> {
    match &question.kind {
        QuestionKind::Choice { options, .. } => {
            options.iter().enumerate().map(|(at, id)| (Answer::Choice(OptionId::at(at)), Some(id.clone()))).collect()
        }
        QuestionKind::Multi { options, exclusive } => multi_samples(options, exclusive),
        QuestionKind::Number { min, max, .. } => {
            let mut starts: Vec<i32> = vec![*min];
            starts.extend(predicates.iter().filter_map(|predicate| match predicate {
                Predicate::AtLeast(bound) if min < bound && bound <= max => Some(*bound),
                _ => None,
            }));
            starts.sort_unstable();
            starts.dedup();
            let ends = starts.iter().skip(1).map(|next| next - 1).chain([*max]);
            starts.iter().zip(ends).map(|(from, to)| (Answer::Number(*from), Some(format!("{from}-{to}")))).collect()
        }
        QuestionKind::Text { vague_words } => text_samples(vague_words),
        QuestionKind::Area { vague_words } => {
            let mut samples = text_samples(vague_words);
            samples.push((Answer::Unaffected, Some("unaffected".to_owned())));
            samples
        }
        QuestionKind::Coded => {
            let coded = |text: &str| Answer::Coded(Coded { text: text.to_owned(), ..Coded::default() });
            vec![(coded("x"), Some("described".to_owned())), (coded(SYNTHETIC), None), (coded(""), None)]
        }
        QuestionKind::Stays => stays_samples(),
    }
}

/// A synthetic number published by Skatteetaten; stands for "a text with an identity number in it".
const SYNTHETIC: &str = "x 03851598730";

fn text_samples(vague_words: &[String]) -> Vec<(Answer, Option<String>)> {
    let mut samples = vec![
        (Answer::Text("x".to_owned()), Some("described".to_owned())),
        (Answer::Text(SYNTHETIC.to_owned()), None),
        (Answer::Text(String::new()), None),
    ];
    if let Some(word) = vague_words.first() {
        samples.push((Answer::Text(word.clone()), None));
    }
    samples
}

fn multi_samples(options: &[String], exclusive: &[OptionId]) -> Vec<(Answer, Option<String>)> {
    let free: Vec<OptionId> = (0..options.len()).map(OptionId::at).filter(|option| !exclusive.contains(option)).collect();
    let name = |option: &OptionId| options.get(option.index()).cloned();
    // One option at a time first: those are the remedies one names.
    let mut samples: Vec<_> = (0..options.len()).map(OptionId::at).map(|option| (Answer::Multi(vec![option]), name(&option))).collect();
    for set in 1_u32..1_u32.checked_shl(u32::try_from(free.len()).unwrap_or(0)).unwrap_or(1) {
        if set.count_ones() < 2 {
            continue;
        }
        let bits = 0..u32::try_from(free.len()).unwrap_or(0);
        let chosen = bits.zip(&free).filter(|(bit, _)| set & (1_u32 << bit) != 0).map(|(_, option)| *option).collect();
        samples.push((Answer::Multi(chosen), None));
    }
    samples
}

/// The empty list, and lists of up to three stays of every kind.
fn stays_samples() -> Vec<(Answer, Option<String>)> {
    let kinds: Vec<Stay> = [(Some(true), Some(false)), (Some(true), Some(true)), (Some(false), Some(false))]
        .into_iter()
        .map(|(same_condition, same_programme)| Stay { same_condition, same_programme, ..Stay::default() })
        .collect();
    let mut lists: Vec<Vec<Stay>> = vec![Vec::new()];
    let mut samples = vec![(Answer::Stays(Vec::new()), Some("none-listed".to_owned()))];
    for _ in 0..3 {
        lists = lists.iter().flat_map(|list| kinds.iter().map(|kind| [list.clone(), vec![kind.clone()]].concat())).collect();
        samples.extend(lists.iter().map(|list| (Answer::Stays(list.clone()), Some("stays".to_owned()))));
    }
    samples
}
