//! The assessment and the summary as JSON, the contract of design section 7: ids only in the assessment.

use crate::assess::{Assessment, Part};
use crate::rulebook::{Citation, QuestionId, Rulebook};
use crate::summary::{Section, Summary};
use serde_json::{Value, json};

/// The assessment, every name by id.
#[must_use]
pub fn assessment_to_json(rulebook: &Rulebook, assessment: &Assessment) -> Value {
    let names = |ids: &[QuestionId]| ids.iter().map(|id| rulebook.question_name(*id)).collect::<Vec<_>>();
    let cited = |citations: &[Citation]| citations.iter().map(|one| rulebook.citation_tag(*one)).collect::<Vec<_>>();
    let part = |part: &Part| json!({ "question": rulebook.question_name(part.question), "any_of": part.any_of });
    let change = |change: &Vec<Part>| {
        // One change is `{question, any_of}`; several that are needed together hang under `and`.
        let mut parts = change.iter().map(part);
        let mut first = parts.next().unwrap_or_else(|| json!({}));
        let rest: Vec<Value> = parts.collect();
        if let (false, Some(table)) = (rest.is_empty(), first.as_object_mut()) {
            table.insert("and".to_owned(), Value::Array(rest));
        }
        first
    };
    let rule = |id: crate::rulebook::RuleId| rulebook.rules.get(id.index());
    let findings: Vec<Value> = assessment
        .findings
        .iter()
        .filter_map(|finding| {
            let rule = rule(finding.rule)?;
            Some(json!({
                "rule": rule.id,
                "kind": rule.kind,
                "basis": rule.basis,
                "because": names(&finding.because),
                "sources": cited(&rule.sources),
                "clears_when": finding.clears_when.iter().map(change).collect::<Vec<_>>(),
            }))
        })
        .collect();
    let undecided: Vec<Value> =
        assessment.undecided.iter().filter_map(|one| Some(json!({ "rule": rule(one.rule)?.id, "needs": names(&one.needs) }))).collect();
    let checklist: Vec<Value> = assessment
        .checklist
        .iter()
        .filter_map(|(id, state)| Some(json!({ "item": rulebook.items.get(id.index())?.id, "state": state })))
        .collect();
    let step = assessment.route.step.and_then(|step| rulebook.route.steps.get(step));
    let to = step.and_then(|step| rulebook.route.destinations.get(usize::from(step.to))).map_or("unknown", String::as_str);
    json!({
        "region": rulebook.region.id(),
        "rulebook": rulebook.version,
        "findings": findings,
        "undecided": undecided,
        "open": names(&assessment.open),
        "checklist": checklist,
        "level": {
            "is": assessment.level.is,
            "because": names(&assessment.level.because),
            "needs": names(&assessment.level.needs),
        },
        "route": {
            "to": to,
            "because": names(&assessment.route.because),
            "needs": names(&assessment.route.needs),
            "sources": step.map(|step| cited(&step.sources)).unwrap_or_default(),
        },
    })
}

/// The summary by sections.
#[must_use]
pub fn summary_to_json(rulebook: &Rulebook, summary: &Summary) -> Value {
    let section = |section: &Section| {
        let lines: Vec<Value> = section
            .lines
            .iter()
            .map(|line| json!({ "question": line.question.map(|id| rulebook.question_name(id)), "label": line.label, "text": line.text }))
            .collect();
        json!({ "id": section.id, "heading": section.heading, "lines": lines })
    };
    json!({
        "lang": summary.lang.id(),
        "layout": summary.layout,
        "title": summary.title,
        "sections": summary.sections.iter().map(section).collect::<Vec<_>>(),
        "attachments": summary.attachments.as_ref().map(section),
        "rulebook": summary.version,
    })
}
