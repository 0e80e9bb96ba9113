//! The assessment and the summary as JSON, the contract of design section 7: ids only in the assessment.

use crate::assess::{Assessment, Part};
use crate::rulebook::{Citation, QuestionId, Rulebook};
use crate::summary::{Section, Summary};
use serde_json::{Map, Value};

/// The assessment, every name by id.
#[must_use]
pub fn assessment_to_json(rulebook: &Rulebook, assessment: &Assessment) -> Value {
    let mut findings = Vec::new();
    for finding in &assessment.findings {
        if let Some(rule) = rulebook.rules.get(finding.rule.index()) {
            findings.push(table(vec![
                ("rule", text(&rule.id)),
                ("kind", text(rule.kind.id())),
                ("basis", text(rule.basis.id())),
                ("because", names(rulebook, &finding.because)),
                ("sources", cited(rulebook, &rule.sources)),
                ("clears_when", Value::Array(finding.clears_when.iter().map(|change| one_change(rulebook, change)).collect())),
            ]));
        }
    }
    let mut undecided = Vec::new();
    for one in &assessment.undecided {
        if let Some(rule) = rulebook.rules.get(one.rule.index()) {
            undecided.push(table(vec![("rule", text(&rule.id)), ("needs", names(rulebook, &one.needs))]));
        }
    }
    let mut checklist = Vec::new();
    for (id, state) in &assessment.checklist {
        if let Some(item) = rulebook.items.get(id.index()) {
            checklist.push(table(vec![("item", text(&item.id)), ("state", text(state.id()))]));
        }
    }
    let (level, route) = (&assessment.level, &assessment.route);
    let step = route.step.and_then(|step| rulebook.route.steps.get(step));
    let to = step.and_then(|step| rulebook.route.destinations.get(usize::from(step.to))).map_or("unknown", String::as_str);
    table(vec![
        ("region", text(rulebook.region.id())),
        ("rulebook", text(&rulebook.version)),
        ("findings", Value::Array(findings)),
        ("undecided", Value::Array(undecided)),
        ("open", names(rulebook, &assessment.open)),
        ("checklist", Value::Array(checklist)),
        (
            "level",
            table(vec![
                ("is", text(level.is.id())),
                ("because", names(rulebook, &level.because)),
                ("needs", names(rulebook, &level.needs)),
            ]),
        ),
        (
            "route",
            table(vec![
                ("to", text(to)),
                ("because", names(rulebook, &route.because)),
                ("needs", names(rulebook, &route.needs)),
                ("sources", cited(rulebook, step.map_or(&[], |step| &step.sources))),
            ]),
        ),
    ])
}

/// One change is `{question, any_of}`; several that are needed together hang under `and`.
fn one_change(rulebook: &Rulebook, change: &[Part]) -> Value {
    let Some((first, rest)) = change.split_first() else { return Value::Object(Map::new()) };
    let part = |part: &Part| {
        let any_of = Value::Array(part.any_of.iter().map(|answer| text(answer)).collect());
        vec![("question", text(rulebook.question_name(part.question))), ("any_of", any_of)]
    };
    let mut first = part(first);
    if !rest.is_empty() {
        first.push(("and", Value::Array(rest.iter().map(|one| table(part(one))).collect())));
    }
    table(first)
}

/// The summary by sections.
#[must_use]
pub fn summary_to_json(rulebook: &Rulebook, summary: &Summary) -> Value {
    let sections = summary.sections.iter().map(|section| one_section(rulebook, section));
    table(vec![
        ("lang", text(summary.lang.id())),
        ("layout", text(&summary.layout)),
        ("title", text(&summary.title)),
        ("sections", Value::Array(sections.collect())),
        ("attachments", summary.attachments.as_ref().map_or(Value::Null, |section| one_section(rulebook, section))),
        ("rulebook", text(&summary.version)),
    ])
}

fn one_section(rulebook: &Rulebook, section: &Section) -> Value {
    let mut lines = Vec::new();
    for line in &section.lines {
        lines.push(table(vec![
            ("question", line.question.map_or(Value::Null, |id| text(rulebook.question_name(id)))),
            ("label", line.label.as_deref().map_or(Value::Null, text)),
            ("text", text(&line.text)),
        ]));
    }
    table(vec![("id", text(&section.id)), ("heading", text(&section.heading)), ("lines", Value::Array(lines))])
}

fn names(rulebook: &Rulebook, ids: &[QuestionId]) -> Value {
    Value::Array(ids.iter().map(|id| text(rulebook.question_name(*id))).collect())
}

fn cited(rulebook: &Rulebook, citations: &[Citation]) -> Value {
    Value::Array(citations.iter().map(|one| Value::String(rulebook.citation_tag(*one))).collect())
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn table(parts: Vec<(&str, Value)>) -> Value {
    let mut table = Map::new();
    for (key, part) in parts {
        table.insert(key.to_owned(), part);
    }
    Value::Object(table)
}
