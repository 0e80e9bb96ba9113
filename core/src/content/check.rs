//! What must be true of resolved content: no cycles, every clause matters, every rule can hold and fail, every item has
//! its rule, and every case comes out as it says.

use super::compile::{condition_in, nodes};
use super::condition::{Guarded, Subject};
use super::mutants::without_each_part;
use super::problem::{Files, Problem};
use super::{Content, Expect, TestContent, cases};
use crate::rulebook::diagram::Node;
use crate::rulebook::{QuestionId, Region, RuleKind};

/// Every problem found.
pub fn check(content: &Content, files: &Files) -> Vec<Problem> {
    let mut problems = Vec::new();
    cycles(content, &mut problems);
    if !problems.is_empty() {
        // The compiler follows relevance and facts; with a cycle it would not end.
        return problems;
    }
    level_table(content, &mut problems);
    rules(content, files, &mut problems);
    items(content, files, &mut problems);
    relevance(content, &mut problems);
    guidance(content, files, &mut problems);
    for wrong in cases::run_cases(content) {
        let message = format!("case \"{}\" of `{}`: {}", wrong.case, wrong.of, wrong.message);
        problems.push(files.problem(&wrong.place, message, None));
    }
    problems
}

fn general(file: &str, message: String, help: Option<&str>) -> Problem {
    Problem { file: file.to_owned(), line: 1, message, help: help.map(str::to_owned) }
}

/// Relevance may read only questions and facts that do not lead back.
fn cycles(content: &Content, problems: &mut Vec<Problem>) {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    // Questions first, then facts.
    let count = content.questions.len();
    let mut marks = vec![Mark::New; count + content.facts.len()];
    fn visit(content: &Content, at: usize, marks: &mut [Mark], problems: &mut Vec<Problem>) {
        let count = content.questions.len();
        match marks.get(at) {
            Some(Mark::New) => {}
            Some(Mark::Open) => {
                let (kind, name) = match content.questions.get(at) {
                    Some(question) => ("the relevance of", question.id.clone()),
                    None => ("fact", content.facts.get(at - count).map(|fact| fact.id.clone()).unwrap_or_default()),
                };
                problems.push(general("content/questions.toml", format!("{kind} `{name}` leads back to itself"), None));
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
                        visit(content, question.index(), marks, problems);
                    }
                }
                Subject::Fact(fact) => visit(content, count + fact, marks, problems),
                Subject::Level(_) => {
                    let level = &content.level;
                    for factor in [level.competence].iter().chain(&level.specialist).chain(&level.municipal) {
                        visit(content, factor.index(), marks, problems);
                    }
                }
            }
        }
        if let Some(mark) = marks.get_mut(at) {
            *mark = Mark::Done;
        }
    }
    for at in 0..marks.len() {
        visit(content, at, &mut marks, problems);
    }
}

/// Every combination of signs has exactly one row.
fn level_table(content: &Content, problems: &mut Vec<Problem>) {
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
                    problems.push(general("content/national/level.toml", message, Some("exactly one row for every combination")));
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
        Some(&Node::NO) => wrong(format!("{about} can never hold"), None),
        Some(&Node::YES) => wrong(format!("{about} always holds"), None),
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
                wrong(format!("item `{}` has no source", item.id), None);
            }
            if !item.relevant.when.is_empty() || !item.relevant.unless.is_empty() {
                useful(content, Some(*region), &item.relevant, &format!("the relevance of item `{}`", item.id), &mut wrong);
            }
        }
    }
}

fn relevance(content: &Content, problems: &mut Vec<Problem>) {
    for (at, condition) in content.relevance.iter().enumerate() {
        let Some(condition) = condition else { continue };
        let id = content.questions.get(at).map_or("", |question| question.id.as_str());
        let mut wrong = |message: String, help: Option<&str>| problems.push(general("content/questions.toml", message, help));
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
