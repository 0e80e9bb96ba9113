//! Two rules that say the same: standing in the same region on the same condition, or flagging the same states of one item.

use super::super::compile::{condition_in, nodes};
use super::super::problem::{Files, Problem};
use super::super::{Content, RuleContent, TestContent};

/// Every rule that says what one before it says already. Withdrawn rules say nothing.
pub fn twins(content: &Content, files: &Files) -> Vec<Problem> {
    let mut problems = Vec::new();
    for region in content.regions() {
        let here: Vec<&RuleContent> =
            content.rules.iter().filter(|rule| rule.until.is_none() && rule.stands.contains_key(&region)).collect();
        let conditions: Vec<_> = here.iter().filter_map(|rule| condition_in(rule, region).map(|condition| (*rule, condition))).collect();
        let nodes = nodes(content, Some(region), &conditions.iter().map(|(_, condition)| *condition).collect::<Vec<_>>());
        let said = conditions.iter().zip(&nodes).map(|((rule, _), node)| (*rule, *node)).collect::<Vec<_>>();
        let flags =
            here.iter().filter(|rule| matches!(rule.test, TestContent::Item { .. })).map(|rule| (*rule, &rule.test)).collect::<Vec<_>>();
        for (rule, other) in later_twins(&said).into_iter().chain(later_twins(&flags)) {
            let message = format!("`{}` says the same as `{}` in {}", rule.id, other.id, region.id());
            let help = "let one of them stand there, or tell them apart in their conditions";
            problems.push(files.problem(&rule.place, message, Some(help.to_owned())));
        }
    }
    problems
}

/// Each rule that has an earlier one with the same meaning.
fn later_twins<'a, M: PartialEq>(rules: &[(&'a RuleContent, M)]) -> Vec<(&'a RuleContent, &'a RuleContent)> {
    let pairs = rules.iter().enumerate().filter_map(|(at, (rule, meaning))| {
        let earlier = rules.iter().take(at).find(|(_, other)| other == meaning)?;
        Some((*rule, earlier.0))
    });
    pairs.collect()
}
