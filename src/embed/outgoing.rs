//! What leaves the element: details of events and results of methods, as JSON. Identity numbers never do.

use crate::app::session::Session;
use crate::drafts::redact;
use hs_core::Assessment;
use hs_core::answers::notation;
use hs_core::export::{LineEnd, assessment_to_json, section_to_text, summary_to_json, to_html, to_text};
use hs_core::rulebook::words::Words;
use hs_core::rulebook::{RuleKind, Rulebook};
use hs_core::summary::{Summary, summarise};
use serde_json::{Map, Value, json};

/// The detail of `hs-change`: how many, never what was written.
#[must_use]
pub fn change(session: Session) -> Value {
    let (Some(rulebook), Some(assessment)) = (session.rulebook.get_untracked(), session.assessment.get_untracked()) else {
        return json!({ "region": null, "counts": {}, "open": null, "done": null, "level": "unclear", "route": "unknown" });
    };
    let mut counts = Map::new();
    for kind in RuleKind::ALL {
        let count = assessment.findings.iter().filter(|finding| finding.kind == kind).count();
        if let Value::String(name) = json!(kind) {
            counts.insert(name, json!(count));
        }
    }
    let relevant = session.answers.with_untracked(|answers| answers.iter().filter(|(id, _)| assessment.is_relevant(*id)).count());
    json!({
        "region": rulebook.region.id(),
        "counts": counts,
        "undecided": assessment.undecided.len(),
        "open": assessment.open.len(),
        "done": relevant,
        "level": assessment.level.is.id(),
        "route": route(&rulebook, &assessment),
    })
}

fn route<'a>(rulebook: &'a Rulebook, assessment: &Assessment) -> &'a str {
    let step = assessment.route.step.and_then(|step| rulebook.route.steps.get(step));
    step.and_then(|step| rulebook.route.destinations.get(usize::from(step.to))).map_or("unknown", String::as_str)
}

/// The detail of `hs-summary`: the text whole and by sections, and the assessment by ids.
#[must_use]
pub fn handover(session: Session) -> Option<Value> {
    let (rulebook, assessment) = (session.rulebook.get_untracked()?, session.assessment.get_untracked()?);
    let summary = session.summary.get_untracked()?.redacted();
    let sections: Vec<Value> = summary
        .all_sections()
        .map(|section| json!({ "id": section.id, "heading": section.heading, "text": section_to_text(section, LineEnd::Lf) }))
        .collect();
    Some(json!({
        "text": to_text(&summary, LineEnd::Lf),
        "sections": sections,
        "lang": summary.lang.id(),
        "layout": summary.layout,
        "assessment": assessment_to_json(&rulebook, &assessment),
    }))
}

/// The answers by question id.
#[must_use]
pub fn answers(session: Session) -> Value {
    let Some(rulebook) = crate::rulebooks::any(session.region.get_untracked()) else { return json!({}) };
    let mut written = session.answers.with_untracked(|answers| Value::Object(notation::write(&rulebook, answers)));
    redact(&mut written);
    written
}

/// The assessment by ids; null while no region is chosen.
#[must_use]
pub fn assessment(session: Session) -> Value {
    match (session.rulebook.get_untracked(), session.assessment.get_untracked()) {
        (Some(rulebook), Some(assessment)) => assessment_to_json(&rulebook, &assessment),
        _ => Value::Null,
    }
}

/// The text of the form field: empty until something is answered.
#[must_use]
pub fn form_value(session: Session) -> String {
    if session.answers.with_untracked(hs_core::Answers::is_empty) {
        return String::new();
    }
    session.summary.get_untracked().map_or_else(String::new, |summary| to_text(&summary.redacted(), LineEnd::Lf))
}

/// The summary in a format, order and language.
#[must_use]
pub fn summary(session: Session, format: &str, layout: &str, words: &Words) -> String {
    let (Some(rulebook), Some(assessment)) = (session.rulebook.get_untracked(), session.assessment.get_untracked()) else {
        return if format == "json" { "null".to_owned() } else { String::new() };
    };
    let whole: Summary = session.answers.with_untracked(|answers| {
        session.replies.with_untracked(|replies| summarise(&rulebook, words, answers, &assessment, replies, layout))
    });
    let summary = whole.redacted();
    match format {
        "html" => to_html(&summary),
        "json" => summary_to_json(&rulebook, &summary).to_string(),
        _ => to_text(&summary, LineEnd::Lf),
    }
}
