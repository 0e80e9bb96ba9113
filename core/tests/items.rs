//! The engine agrees with the naive reference engine on every checklist item and the rules of kind `missing` that flag it:
//! the state, what is needed, what it rests on, and what clears it.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::answers::Answers;
use hs_core::assess::ItemState;
use hs_core::content::{Content, ItemContent, RuleContent, TestContent};
use hs_core::rulebook::{ItemId, Region, Rulebook};
use jiff::civil::Date;
use support::compare::{meant_by, names, shown};
use support::engines::only_item;
use support::items::{Digit, ItemTable};
use support::random::Random;
use support::{content, in_parallel, rulebook};

/// The rules that flag an item, with the states they flag.
fn flagging<'a>(content: &'a Content, region: Region, item: &ItemContent) -> Vec<(&'a RuleContent, Vec<ItemState>)> {
    let rules = content.rules.iter().filter(|rule| rule.stands.contains_key(&region));
    let flagged = |rule: &'a RuleContent| match &rule.test {
        TestContent::Item { item: of, missing, vague } if *of == item.id => {
            let states = [(*missing, ItemState::Missing), (*vague, ItemState::Vague)];
            Some((rule, states.into_iter().filter(|(flag, _)| *flag).map(|(_, state)| state).collect()))
        }
        _ => None,
    };
    rules.filter_map(flagged).collect()
}

/// What differs for an item and the rules that flag it, given one partial answer.
fn item_differences(
    book: &Rulebook,
    table: &ItemTable<'_>,
    at: ItemId,
    rules: &[(&RuleContent, Vec<ItemState>)],
    partial: &[Digit],
    answers: &Answers,
) -> Option<String> {
    let content = content();
    let assessment = hs_core::assess(book, answers, Date::constant(2026, 12, 31));
    let state = table.state(partial);
    let came = assessment.item(at);
    if came != Some(state) {
        return Some(format!("state is {came:?}, should be {state:?}"));
    }
    for (rule, flagged) in rules {
        let id = &rule.id;
        let is = |one: hs_core::rulebook::RuleId| book.rules[one.index()].id == rule.id;
        let finding = assessment.findings.iter().find(|finding| is(finding.rule));
        let undecided = assessment.undecided.iter().find(|one| is(one.rule));
        let open = matches!(state, ItemState::Undecided | ItemState::AnsweredUnknown);
        if (finding.is_some(), undecided.is_some()) != (flagged.contains(&state), open) {
            return Some(format!("`{id}` holds {}, undecided {}, state {state:?}", finding.is_some(), undecided.is_some()));
        }
        if let Some(undecided) = undecided {
            let needs = table.needs(partial);
            if undecided.needs != needs {
                return Some(format!("`{id}` needs {}, should be {}", names(content, &undecided.needs), names(content, &needs)));
            }
        }
        let Some(finding) = finding else { continue };
        if table.state(&table.only(partial, &finding.because)) != state {
            return Some(format!("`{id}`: because {} is not enough", names(content, &finding.because)));
        }
        if finding.clears_when.is_empty() {
            return Some(format!("`{id}`: nothing clears it"));
        }
        for change in &finding.clears_when {
            let mut changed = vec![answers.clone()];
            for part in change {
                let ways = part.any_of.iter().flat_map(|named| meant_by(content, part, named));
                let ways: Vec<_> = ways.collect();
                changed = changed
                    .iter()
                    .flat_map(|answers| {
                        ways.iter().map(|way| {
                            let mut answers = answers.clone();
                            answers.set(part.question, way.clone());
                            answers
                        })
                    })
                    .collect();
            }
            for answers in changed {
                let after = table.state(&table.digits(&answers));
                if flagged.contains(&after) {
                    return Some(format!(
                        "`{id}` holds still ({after:?}) after a change that should clear it: {}",
                        shown(content, &answers)
                    ));
                }
            }
        }
    }
    None
}

#[test]
fn the_engine_and_the_naive_reference_agree_on_every_checklist_item() {
    let content = content();
    let jobs: Vec<(Region, usize, &ItemContent)> =
        content.regions.iter().flat_map(|(region, of)| of.items.iter().enumerate().map(|(at, item)| (*region, at, item))).collect();
    let results = in_parallel(jobs, |(region, at, item)| {
        let table = ItemTable::of(content, region, item);
        let book = only_item(rulebook(region), at);
        let rules = flagging(content, region, item);
        let mut random = Random(20_261_122);
        let mut differences = Vec::new();
        for number in 0..table.partials() {
            let partial = table.partial(number);
            let answers = table.answers(&partial, &mut random);
            if let Some(difference) = item_differences(&book, &table, ItemId::at(at), &rules, &partial, &answers) {
                differences.push(format!("{} item {}: {difference}\n    {}", region.id(), item.id, shown(content, &answers)));
            }
        }
        let line = format!("{:>8} all {:>2} questions  {} item {}", table.partials(), table.questions.len(), region.id(), item.id);
        (line, table.partials(), differences)
    });
    let partials: usize = results.iter().map(|(_, partials, _)| partials).sum();
    for (line, _, _) in &results {
        println!("{line}");
    }
    println!("{} items, {partials} partial answers", results.len());
    let differences: Vec<&String> = results.iter().flat_map(|(_, _, differences)| differences.iter().take(3)).collect();
    let all: usize = results.iter().map(|(_, _, differences)| differences.len()).sum();
    assert!(
        differences.is_empty(),
        "{all} differences, such as\n{}",
        differences.iter().map(|one| one.as_str()).collect::<Vec<_>>().join("\n")
    );
}
