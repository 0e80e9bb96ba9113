//! What the host page gives: answers to begin with, and answers instead of what is there.

use super::bridge::Bridge;
use super::desk::notice;
use crate::app::session::Session;
use crate::rulebooks;
use hs_core::Answers;
use hs_core::answers::notation::{self, Problem};
use hs_core::json::{self, Json, table};
use hs_core::listed::{Listed, joined};
use hs_core::rulebook::QuestionSet;
use hs_core::ui;

/// Prefills: what the doctor has not answered, or what came from the host before and was not touched.
/// The context is whole: what it gave before and gives no longer is taken back.
pub fn prefill(session: Session, bridge: &Bridge, context: &str) {
    let Some(given) = read_answers(session, bridge, "context", context) else { return };
    let before = session.prefilled.get_untracked();
    let mut answers = session.answers.get_untracked();
    before.to_vec().into_iter().for_each(|id| drop(answers.clear(id)));
    let mut prefilled = QuestionSet::new();
    for (id, answer) in given.iter() {
        if answers.get(id).is_none() {
            answers.set(id, answer.clone());
            prefilled.insert(id);
        }
    }
    session.prefilled.set(prefilled);
    session.answers.set(answers);
}

/// The answers from now on, from the host.
pub fn replace(session: Session, bridge: &Bridge, written: &str) {
    let Some(answers) = read_answers(session, bridge, "answers", written) else { return };
    // The same answers again are no change: a page that binds both ways would go on for ever.
    if session.answers.with_untracked(|now| *now != answers) {
        session.prefilled.set(QuestionSet::new());
        session.answers.set(answers);
        // It may be another patient's from now on.
        session.pasted.set(String::new());
    }
}

/// The answers that could be read. Of the rest the doctor is told what it was about, and the host why. None where nothing
/// could be read: then what the doctor wrote stands.
fn read_answers(session: Session, bridge: &Bridge, property: &str, written: &str) -> Option<Answers> {
    let rulebook = rulebooks::any(session.region.get_untracked())?;
    let (answers, problems) = match json::parse(written) {
        Some(Json::Table(written)) => notation::read(rulebook, &written),
        Some(Json::Null) => {
            // What is emptied may be followed by another patient.
            session.pasted.set(String::new());
            (Answers::new(), Vec::new())
        }
        _ => {
            bridge.report(table([("code", property.into()), ("problems", vec![[property, " is a table by question id"].concat()].into())]));
            return None;
        }
    };
    if !problems.is_empty() {
        let mut questions: Vec<String> = Vec::new();
        for problem in &problems {
            if !questions.contains(&problem.question) {
                questions.push(problem.question.clone());
            }
        }
        let told: Vec<String> = problems.iter().map(Problem::expected).listed();
        bridge.report(table([("code", property.into()), ("questions", questions.into()), ("problems", told.into())]));
        notice(session, ui!("notice-context-refused"), vec![("parts", parts(session, &problems))]);
    }
    (problems.is_empty() || !answers.is_empty()).then_some(answers)
}

/// What the problems are about, each once.
fn parts(session: Session, problems: &[Problem]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for problem in problems {
        let part = session.name_of(&problem.question);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    joined(&parts, ", ")
}
