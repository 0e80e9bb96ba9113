//! What the host page gives: answers to begin with, and answers instead of what is there.

use super::bridge::Bridge;
use crate::app::session::Session;
use crate::rulebooks;
use hs_core::Answers;
use hs_core::answers::notation;
use leptos::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Prefills: what the doctor has not answered, or what came from the host before and was not touched.
/// The context is whole: what it gave before and gives no longer is taken back.
pub fn prefill(session: Session, bridge: &Bridge, context: &str) {
    let (given, told) = read_answers(session, context);
    if let Some(told) = told {
        bridge.report(&json!({ "code": "context", "problems": told }));
    }
    let before = session.prefilled.get_untracked();
    let mut answers = session.answers.get_untracked();
    before.iter().for_each(|id| drop(answers.clear(*id)));
    let mut prefilled = BTreeSet::new();
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
    let (answers, told) = read_answers(session, written);
    if let Some(told) = told {
        bridge.report(&json!({ "code": "answers", "problems": told }));
    }
    session.prefilled.set(BTreeSet::new());
    session.answers.set(answers);
}

fn read_answers(session: Session, written: &str) -> (Answers, Option<Vec<String>>) {
    let Some(rulebook) = rulebooks::any(session.region.get_untracked()) else { return (Answers::new(), None) };
    match serde_json::from_str(written) {
        Ok(Value::Object(written)) => {
            let (answers, problems) = notation::read(&rulebook, &written);
            (answers, (!problems.is_empty()).then(|| problems.iter().map(ToString::to_string).collect()))
        }
        Ok(Value::Null) => (Answers::new(), None),
        _ => (Answers::new(), Some(vec!["answers are a table by question id".to_owned()])),
    }
}
