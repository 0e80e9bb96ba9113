//! Two ways to begin with something: a refusal, and a text that the doctor has from before.
//!
//! A refusal leads to the questions that answer it. A text is looked through for traces of the receiver's list: openly simple, it looks
//! for the beginnings of words, and understands nothing. A trace is a hint about where to look, never an answer, and no trace says that a
//! point is described well enough. Nothing of the text is kept.

use crate::answers::text::is_of_word;
use crate::answers::{Answer, Answers};
use crate::listed::Listed;
use crate::rulebook::{Item, QuestionId, REFUSAL_REASONS, Rulebook, lower_case};

/// The points of the reasons for refusal that are chosen, each once, in the order of content. Also those that are not asked in the
/// situation.
#[must_use]
pub fn refusal_points(rulebook: &Rulebook, answers: &Answers) -> Vec<QuestionId> {
    let Some(Answer::Multi(chosen)) = rulebook.question_by_id(REFUSAL_REASONS).and_then(|asked| answers.get(asked)) else {
        return Vec::new();
    };
    let mut points = Vec::new();
    for refusal in rulebook.refusals.iter().filter(|refusal| chosen.contains(&refusal.option)) {
        for point in &refusal.points {
            if !points.contains(point) {
                points.push(*point);
            }
        }
    }
    points
}

/// For each item of the checklist, in its order, the first words of the text that may be about it, as they stand there.
#[must_use]
pub fn traces(rulebook: &Rulebook, text: &str) -> Vec<Option<String>> {
    // A letter is as long in its small form, so a place in one is a place in the other.
    let plain: String = text.chars().map(lower_case).collect();
    rulebook.items.iter().map(|item| trace(rulebook, item, text, &plain)).listed()
}

fn trace(rulebook: &Rulebook, item: &Item, text: &str, plain: &str) -> Option<String> {
    let mut within_a_word = false;
    for (at, letter) in plain.char_indices() {
        let begins = !within_a_word;
        within_a_word = is_of_word(letter);
        if !begins || !within_a_word {
            continue;
        }
        let rest = plain.get(at..)?;
        let questions = item.questions.iter().filter_map(|id| rulebook.question(*id));
        if let Some(cue) = questions.flat_map(|question| &question.cues).find(|cue| rest.starts_with(cue.as_str())) {
            // To the end of the word that the cue ends in.
            let after = rest.get(cue.len()..)?;
            let more: usize = after.chars().take_while(|letter| is_of_word(*letter)).map(char::len_utf8).sum();
            return text.get(at..at + cue.len() + more).map(str::to_owned);
        }
    }
    None
}
