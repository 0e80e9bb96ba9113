//! The assessment and the summary as JSON, the contract of design section 7: ids only in the assessment.

use crate::assess::{Assessment, Part};
use crate::json::{Json, table};
use crate::listed::Listed;
use crate::rulebook::{Citation, QuestionId, Rulebook};
use crate::summary::{Section, Summary};

/// The assessment, every name by id.
#[must_use]
pub fn assessment_to_json(rulebook: &Rulebook, assessment: &Assessment) -> Json {
    let mut findings = Vec::new();
    for finding in &assessment.findings {
        if let Some(rule) = rulebook.rules.get(finding.rule.index()) {
            findings.push(table([
                ("rule", rule.id.as_str().into()),
                ("kind", rule.kind.id().into()),
                ("basis", rule.basis.id().into()),
                ("because", names(rulebook, &finding.because)),
                ("sources", cited(rulebook, &rule.sources)),
                ("clears_when", Json::List(finding.clears_when.iter().map(|change| one_change(rulebook, change)).listed())),
            ]));
        }
    }
    let mut undecided = Vec::new();
    for one in &assessment.undecided {
        if let Some(rule) = rulebook.rules.get(one.rule.index()) {
            undecided.push(table([("rule", rule.id.as_str().into()), ("needs", names(rulebook, &one.needs))]));
        }
    }
    let mut checklist = Vec::new();
    for (id, state) in &assessment.checklist {
        if let Some(item) = rulebook.items.get(id.index()) {
            checklist.push(table([("item", item.id.as_str().into()), ("state", state.id().into())]));
        }
    }
    let (level, route) = (&assessment.level, &assessment.route);
    let to = rulebook.leads_to(route.step);
    let step = route.step.and_then(|step| rulebook.route.steps.get(step));
    let mut guidance = Vec::new();
    for id in &assessment.guidance {
        if let Some(one) = rulebook.guidance.get(id.index()) {
            guidance.push(table([
                ("guidance", one.id.as_str().into()),
                ("kind", one.kind.id().into()),
                ("basis", one.basis.id().into()),
                ("sources", cited(rulebook, &one.sources)),
            ]));
        }
    }
    table([
        ("region", rulebook.region.id().into()),
        ("rulebook", rulebook.version.as_str().into()),
        ("findings", Json::List(findings)),
        ("undecided", Json::List(undecided)),
        ("open", names(rulebook, &assessment.open)),
        ("checklist", Json::List(checklist)),
        (
            "level",
            table([("is", level.is.id().into()), ("because", names(rulebook, &level.because)), ("needs", names(rulebook, &level.needs))]),
        ),
        (
            "route",
            table([
                ("to", to.into()),
                ("because", names(rulebook, &route.because)),
                ("needs", names(rulebook, &route.needs)),
                ("sources", cited(rulebook, step.map_or(&[], |step| &step.sources))),
            ]),
        ),
        ("guidance", Json::List(guidance)),
    ])
}

/// One change is `{question, any_of}`; several that are needed together hang under `and`.
fn one_change(rulebook: &Rulebook, change: &[Part]) -> Json {
    let Some((first, rest)) = change.split_first() else { return table([]) };
    let part = |part: &Part| {
        let any_of = Json::List(part.any_of.iter().map(|answer| answer.as_str().into()).listed());
        vec![("question", rulebook.question_name(part.question).into()), ("any_of", any_of)]
    };
    let mut first = part(first);
    if !rest.is_empty() {
        first.push(("and", Json::List(rest.iter().map(|one| table(part(one))).listed())));
    }
    table(first)
}

/// The summary by sections.
#[must_use]
pub fn summary_to_json(rulebook: &Rulebook, summary: &Summary) -> Json {
    let sections = summary.sections.iter().map(|section| one_section(rulebook, section));
    table([
        ("lang", summary.lang.id().into()),
        ("layout", summary.layout.as_str().into()),
        ("title", summary.title.as_str().into()),
        ("sections", Json::List(sections.listed())),
        ("attachments", summary.attachments.as_ref().map_or(Json::Null, |section| one_section(rulebook, section))),
        ("rulebook", summary.version.as_str().into()),
    ])
}

fn one_section(rulebook: &Rulebook, section: &Section) -> Json {
    let mut lines = Vec::new();
    for line in &section.lines {
        lines.push(table([
            ("question", line.question.map(|id| rulebook.question_name(id)).into()),
            ("label", line.label.as_deref().into()),
            ("text", line.text.as_str().into()),
        ]));
    }
    table([("id", section.id.as_str().into()), ("heading", section.heading.as_str().into()), ("lines", Json::List(lines))])
}

fn names(rulebook: &Rulebook, ids: &[QuestionId]) -> Json {
    Json::List(ids.iter().map(|id| rulebook.question_name(*id).into()).listed())
}

fn cited(rulebook: &Rulebook, citations: &[Citation]) -> Json {
    Json::List(citations.iter().map(|one| rulebook.citation_tag(*one).into()).listed())
}
