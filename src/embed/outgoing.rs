//! What leaves the element: details of events and results of methods, as JSON. Identity numbers never do.

use crate::app::session::Session;
use crate::drafts::redact;
use hs_core::answers::notation;
use hs_core::export::{LineEnd, assessment_to_json, section_to_text, summary_to_json, to_html, to_text};
use hs_core::json::{Json, table};
use hs_core::listed::Listed;
use hs_core::rulebook::RuleKind;
use hs_core::rulebook::words::Words;
use hs_core::summary::{Section, Summary, summarise};

/// The detail of `hs-change`: how many, never what was written.
#[must_use]
pub fn change(session: Session) -> Json {
    let (Some(rulebook), Some(assessment)) = (session.rulebook.get_untracked(), session.assessment.get_untracked()) else {
        return table([
            ("region", Json::Null),
            ("counts", table([])),
            ("open", Json::Null),
            ("done", Json::Null),
            ("level", "unclear".into()),
            ("route", "unknown".into()),
        ]);
    };
    let counts = RuleKind::ALL.map(|kind| {
        let count = assessment.findings.iter().filter(|finding| finding.kind == kind).count();
        (kind.id(), count.into())
    });
    let relevant = session
        .answers
        .with_untracked(|answers| answers.iter().filter(|(id, _)| assessment.is_relevant(*id) && !rulebook.is_door(*id)).count());
    table([
        ("region", rulebook.region.id().into()),
        ("counts", table(counts)),
        ("undecided", assessment.undecided.len().into()),
        ("open", assessment.open.len().into()),
        ("done", relevant.into()),
        ("level", assessment.level.is.id().into()),
        ("route", rulebook.leads_to(assessment.route.step).into()),
    ])
}

/// The detail of `hs-summary`: the text whole and by sections, and the assessment by ids.
#[must_use]
pub fn handover(session: Session) -> Option<Json> {
    let (rulebook, assessment) = (session.rulebook.get_untracked()?, session.assessment.get_untracked()?);
    let summary = session.summary.get_untracked()?.redacted();
    let section = |section: &Section| {
        let text = section_to_text(section, LineEnd::Lf);
        table([("id", section.id.as_str().into()), ("heading", section.heading.as_str().into()), ("text", text.into())])
    };
    Some(table([
        ("text", to_text(&summary, LineEnd::Lf).into()),
        ("sections", Json::List(summary.all_sections().map(section).listed())),
        ("lang", summary.lang.id().into()),
        ("layout", summary.layout.as_str().into()),
        ("assessment", assessment_to_json(rulebook, &assessment)),
    ]))
}

/// The answers by question id.
#[must_use]
pub fn answers(session: Session) -> Json {
    let Some(rulebook) = crate::rulebooks::any(session.region.get_untracked()) else { return table([]) };
    let mut written = session.answers.with_untracked(|answers| Json::Table(notation::write(rulebook, answers)));
    redact(&mut written);
    written
}

/// The assessment by ids; null while no region is chosen.
#[must_use]
pub fn assessment(session: Session) -> Json {
    match (session.rulebook.get_untracked(), session.assessment.get_untracked()) {
        (Some(rulebook), Some(assessment)) => assessment_to_json(rulebook, &assessment),
        _ => Json::Null,
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
        session.replies.with_untracked(|replies| summarise(rulebook, words, answers, &assessment, replies, layout))
    });
    let summary = whole.redacted();
    match format {
        "html" => to_html(&summary),
        "json" => summary_to_json(rulebook, &summary).text(),
        _ => to_text(&summary, LineEnd::Lf),
    }
}
