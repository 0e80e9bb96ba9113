//! What must be true of resolved content: no cycles, every clause matters, every rule can hold and fail, every item has
//! its rule, and every case comes out as it says.

mod languages;
mod lines;
mod templates;
mod twins;
mod uses;

pub use languages::languages;
pub use lines::broken_lines;
pub use templates::untouched;

use super::compile::{condition_in, nodes};
use super::condition::{Guarded, Subject};
use super::mutants::without_each_part;
use super::problem::{Files, Problem, place};
use super::read::Raw;
use super::{Content, Expect, TestContent, cases};
use crate::rulebook::diagram::Node;
use crate::rulebook::{QuestionId, Region, RuleKind};

/// Every problem found in content where nothing leads back to itself.
pub fn check(content: &Content, raw: &Raw) -> Vec<Problem> {
    let files = &raw.files;
    let mut problems = Vec::new();
    level_table(content, raw, &mut problems);
    rules(content, files, &mut problems);
    items(content, files, &mut problems);
    relevance(content, raw, &mut problems);
    guidance(content, files, &mut problems);
    problems.extend(twins::twins(content, files));
    problems.extend(uses::uses(content, raw));
    for wrong in cases::run_cases(content) {
        let message = format!("case \"{}\" of `{}`: {}", wrong.case, wrong.of, wrong.message);
        let help = "is the condition wrong, or what the case expects?";
        problems.push(files.problem(&wrong.place, message, Some(help.to_owned())));
    }
    problems
}

/// The problem at a question, or at a fact when the position lies beyond the questions.
fn at_question(raw: &Raw, at: usize, message: String, help: &str) -> Problem {
    let question = raw.questions.get(at).map(|record| (record.file, record.value.id.span()));
    let fact = raw.facts.get(at.saturating_sub(raw.questions.len())).map(|record| (record.file, record.value.id.span()));
    let (file, span) = question.or(fact).unwrap_or((0, 0..0));
    raw.files.problem(&place(file, &span), message, Some(help.to_owned()))
}

/// Relevance may read only questions and facts that do not lead back.
pub fn cycles(content: &Content, raw: &Raw) -> Vec<Problem> {
    let mut problems = Vec::new();
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    // Questions first, then facts.
    let count = content.questions.len();
    let mut marks = vec![Mark::New; count + content.facts.len()];
    fn visit(content: &Content, raw: &Raw, at: usize, marks: &mut [Mark], problems: &mut Vec<Problem>) {
        let count = content.questions.len();
        match marks.get(at) {
            Some(Mark::New) => {}
            Some(Mark::Open) => {
                let (kind, name) = match content.questions.get(at) {
                    Some(question) => ("the relevance of", question.id.clone()),
                    None => ("fact", content.facts.get(at - count).map(|fact| fact.id.clone()).unwrap_or_default()),
                };
                let help = "a question is asked, and a fact true, because of others only";
                problems.push(at_question(raw, at, format!("{kind} `{name}` leads back to itself"), help));
                return;
            }
            _ => return,
        }
        if let Some(mark) = marks.get_mut(at) {
            *mark = Mark::Open;
        }
        let condition: Option<&Guarded> = match content.relevance.get(at) {
            Some(relevance) => relevance.as_ref(),
            None => content.facts.get(at - count).map(|fact| &fact.condition),
        };
        for test in condition.into_iter().flat_map(Guarded::tests) {
            match &test.subject {
                Subject::Question { question, kept, .. } => {
                    if !kept {
                        visit(content, raw, question.index(), marks, problems);
                    }
                }
                Subject::Fact(fact) => visit(content, raw, count + fact, marks, problems),
                Subject::Level(_) => {
                    let level = &content.level;
                    for factor in [level.competence].iter().chain(&level.specialist).chain(&level.municipal) {
                        visit(content, raw, factor.index(), marks, problems);
                    }
                }
            }
        }
        if let Some(mark) = marks.get_mut(at) {
            *mark = Mark::Done;
        }
    }
    for at in 0..marks.len() {
        visit(content, raw, at, &mut marks, &mut problems);
    }
    problems
}

/// Every combination of signs has exactly one row.
fn level_table(content: &Content, raw: &Raw, problems: &mut Vec<Problem>) {
    let level = &content.level;
    for competence in [true, false] {
        for specialist in 0..=level.specialist.len() {
            for municipal in 0..=level.municipal.len() {
                let within = |[low, high]: [u8; 2], signs: usize| usize::from(low) <= signs && signs <= usize::from(high);
                let rows = level
                    .rows
                    .iter()
                    .filter(|row| row.competence == competence && within(row.specialist, specialist) && within(row.municipal, municipal))
                    .count();
                if rows != 1 {
                    let message = format!(
                        "competence {competence}, {specialist} other specialist signs, {municipal} municipal signs: {rows} rows match"
                    );
                    let at = raw.level.first().map(|record| place(record.file, &record.span));
                    let help = "exactly one row for every combination";
                    problems.extend(at.map(|at| raw.files.problem(&at, message, Some(help.to_owned()))));
                }
            }
        }
    }
}

fn rules(content: &Content, files: &Files, problems: &mut Vec<Problem>) {
    for rule in &content.rules {
        let mut wrong = |message: String, help: Option<&str>| problems.push(files.problem(&rule.place, message, help.map(str::to_owned)));
        for expect in [Expect::Holds, Expect::Fails, Expect::Undecided] {
            if !rule.cases.iter().any(|case| case.expect == expect) {
                wrong(format!("rule `{}` has no case that expects {expect:?}", rule.id).to_lowercase(), Some("add a [[rule.case]]"));
            }
        }
        if rule.kind == RuleKind::Criterion && !rule.cases.iter().any(|case| case.near.is_some()) {
            wrong(format!("criterion `{}` has no near miss", rule.id), Some("a case with `near`, `change` and `source`"));
        }
        for region in rule.stands.keys().filter(|region| content.regions.contains_key(region)) {
            let Some(condition) = condition_in(rule, *region) else { continue };
            useful(content, Some(*region), condition, &format!("rule `{}` in {}", rule.id, region.id()), &mut wrong);
        }
        if let TestContent::When(national) = &rule.test {
            for (region, standing) in &rule.stands {
                if let Some(own) = &standing.differs
                    && let [national, own] = nodes(content, Some(*region), &[national, own]).as_slice()
                    && national == own
                {
                    wrong(format!("what differs in {} means the same as the national condition", region.id()), Some("remove it"));
                }
            }
        }
    }
}

/// A condition that can be true and false, and in which every part makes a difference.
fn useful(content: &Content, region: Option<Region>, condition: &Guarded, about: &str, wrong: &mut impl FnMut(String, Option<&str>)) {
    let parts = without_each_part(condition);
    let mut conditions = vec![condition];
    conditions.extend(parts.iter().map(|(_, mutant)| mutant));
    let nodes = nodes(content, region, &conditions);
    match nodes.first() {
        Some(&Node::NO) => wrong(format!("{about} can never hold"), Some("two of its parts shut each other out: see over them")),
        Some(&Node::YES) => wrong(format!("{about} always holds"), Some("say what must be for it to hold")),
        _ => {}
    }
    for ((part, _), node) in parts.iter().zip(nodes.iter().skip(1)) {
        if nodes.first() == Some(node) {
            wrong(format!("{about}: {part} changes nothing"), Some("remove it, or say what it was meant to tell apart"));
        }
    }
}

fn items(content: &Content, files: &Files, problems: &mut Vec<Problem>) {
    for (region, of_region) in &content.regions {
        for item in &of_region.items {
            let mut wrong =
                |message: String, help: Option<&str>| problems.push(files.problem(&item.place, message, help.map(str::to_owned)));
            let flagged = content
                .rules
                .iter()
                .any(|rule| rule.stands.contains_key(region) && matches!(&rule.test, TestContent::Item { item: id, .. } if *id == item.id));
            if !flagged {
                wrong(
                    format!("item `{}` has no rule of kind `missing` in {}", item.id, region.id()),
                    Some("what the list asks for is missed when it is not there"),
                );
            }
            if item.sources.is_empty() {
                wrong(format!("item `{}` has no source", item.id), Some("sources = [\"…#…\"]: where the list asks for it"));
            }
            if !item.relevant.when.is_empty() || !item.relevant.unless.is_empty() {
                useful(content, Some(*region), &item.relevant, &format!("the relevance of item `{}`", item.id), &mut wrong);
            }
        }
    }
}

fn relevance(content: &Content, raw: &Raw, problems: &mut Vec<Problem>) {
    for (at, condition) in content.relevance.iter().enumerate() {
        let Some(condition) = condition else { continue };
        let id = content.questions.get(at).map_or("", |question| question.id.as_str());
        let mut wrong = |message: String, help: Option<&str>| problems.push(at_question(raw, at, message, help.unwrap_or("")));
        useful(content, None, condition, &format!("the relevance of `{id}`"), &mut wrong);
        for read in condition.tests() {
            if let Subject::Question { question, .. } = &read.subject
                && *question >= QuestionId::at(at)
            {
                let other = content.questions.get(question.index()).map_or("", |question| question.id.as_str());
                wrong(format!("`{id}` is asked before `{other}`, which decides whether it is relevant"), Some("move it below"));
            }
        }
    }
}

fn guidance(content: &Content, files: &Files, problems: &mut Vec<Problem>) {
    for one in content.guidance.iter().filter(|one| !one.when.when.is_empty() || !one.when.unless.is_empty()) {
        let mut wrong = |message: String, help: Option<&str>| problems.push(files.problem(&one.place, message, help.map(str::to_owned)));
        for region in content.regions.keys().filter(|region| one.stands_in(**region)) {
            useful(content, Some(*region), &one.when, &format!("guidance `{}` in {}", one.id, region.id()), &mut wrong);
        }
    }
}
