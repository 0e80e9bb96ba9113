//! Every small change of one condition: a test dropped or inverted, an option dropped, a bound moved, all and any swapped.

use crate::content::Content;
use crate::content::compile::nodes;
use crate::content::condition::{Condition, Guarded, Subject, Test};
use crate::rulebook::classes::Predicate;
use crate::rulebook::{Level, Region};

/// Every small change of a condition that changes its meaning: in a region, or (none) as if every question were asked.
pub(super) fn changes(content: &Content, region: Option<Region>, condition: &Guarded) -> Vec<(String, Guarded)> {
    let mut all = without_each_part(condition);
    for (part, position) in tests(condition) {
        let Some(test) = test_at(condition, part, position) else { continue };
        for (change, replaced) in changed_tests(test) {
            all.push((format!("{} {}: {change}", part.name(), position + 1), replace(condition, part, position, Some(replaced))));
        }
    }
    for (name, swap) in [("when", false), ("unless", true)] {
        let mut swapped = condition.clone();
        let side = if swap { &mut swapped.unless } else { &mut swapped.when };
        if side.all.len() + side.any.len() > 1 && (side.all.is_empty() || side.any.is_empty()) {
            std::mem::swap(&mut side.all, &mut side.any);
            all.push((format!("{name}: all and any swapped"), swapped));
        }
    }
    let mut conditions = vec![condition];
    conditions.extend(all.iter().map(|(_, mutant)| mutant));
    let nodes = nodes(content, region, &conditions);
    let original = nodes.first().copied();
    // Parts whose removal changes nothing are content errors (see `check`); other changes without effect are no mutants.
    all.into_iter().zip(nodes.into_iter().skip(1)).filter(|(_, node)| Some(*node) != original).map(|(mutant, _)| mutant).collect()
}

/// The condition without each test, and without each option of a list.
pub(in crate::content) fn without_each_part(condition: &Guarded) -> Vec<(String, Guarded)> {
    let mut all = Vec::new();
    for (part, position) in tests(condition) {
        all.push((format!("{} {}", part.name(), position + 1), replace(condition, part, position, None)));
        let Some(test) = test_at(condition, part, position) else { continue };
        for (at, shorter) in shorter_lists(test).into_iter().enumerate() {
            all.push((format!("option {} of {} {}", at + 1, part.name(), position + 1), replace(condition, part, position, Some(shorter))));
        }
    }
    all
}

/// The four lists of a guarded condition.
#[derive(Clone, Copy)]
enum ListOf {
    WhenAll,
    WhenAny,
    UnlessAll,
    UnlessAny,
}

impl ListOf {
    const ALL: [ListOf; 4] = [ListOf::WhenAll, ListOf::WhenAny, ListOf::UnlessAll, ListOf::UnlessAny];

    fn name(self) -> &'static str {
        match self {
            ListOf::WhenAll => "when.all",
            ListOf::WhenAny => "when.any",
            ListOf::UnlessAll => "unless.all",
            ListOf::UnlessAny => "unless.any",
        }
    }

    fn of(self, condition: &Guarded) -> &Vec<Test> {
        let side: &Condition = match self {
            ListOf::WhenAll | ListOf::WhenAny => &condition.when,
            ListOf::UnlessAll | ListOf::UnlessAny => &condition.unless,
        };
        match self {
            ListOf::WhenAll | ListOf::UnlessAll => &side.all,
            ListOf::WhenAny | ListOf::UnlessAny => &side.any,
        }
    }

    fn of_mut(self, condition: &mut Guarded) -> &mut Vec<Test> {
        let side: &mut Condition = match self {
            ListOf::WhenAll | ListOf::WhenAny => &mut condition.when,
            ListOf::UnlessAll | ListOf::UnlessAny => &mut condition.unless,
        };
        match self {
            ListOf::WhenAll | ListOf::UnlessAll => &mut side.all,
            ListOf::WhenAny | ListOf::UnlessAny => &mut side.any,
        }
    }
}

fn tests(condition: &Guarded) -> Vec<(ListOf, usize)> {
    ListOf::ALL.into_iter().flat_map(|part| (0..part.of(condition).len()).map(move |position| (part, position))).collect()
}

fn test_at(condition: &Guarded, part: ListOf, position: usize) -> Option<&Test> {
    part.of(condition).get(position)
}

fn replace(condition: &Guarded, part: ListOf, position: usize, test: Option<Test>) -> Guarded {
    let mut changed = condition.clone();
    let list = part.of_mut(&mut changed);
    match (test, list.get_mut(position)) {
        (Some(test), Some(place)) => *place = test,
        (None, Some(_)) => {
            list.remove(position);
        }
        _ => {}
    }
    changed
}

fn shorter_lists(test: &Test) -> Vec<Test> {
    let Subject::Question { question, predicate, kept } = &test.subject else { return Vec::new() };
    let (Predicate::OneOf(options) | Predicate::Includes(options) | Predicate::Only(options)) = predicate else { return Vec::new() };
    if options.len() < 2 {
        return Vec::new();
    }
    (0..options.len())
        .map(|at| {
            let mut shorter = options.clone();
            shorter.remove(at);
            let predicate = match predicate {
                Predicate::OneOf(_) => Predicate::OneOf(shorter),
                Predicate::Includes(_) => Predicate::Includes(shorter),
                _ => Predicate::Only(shorter),
            };
            Test { subject: Subject::Question { question: *question, predicate, kept: *kept }, negated: test.negated }
        })
        .collect()
}

fn changed_tests(test: &Test) -> Vec<(String, Test)> {
    let mut all = vec![("inverted".to_owned(), Test { negated: !test.negated, ..test.clone() })];
    match &test.subject {
        Subject::Question { question, predicate, kept } => {
            let mut with = |change: String, predicate: Predicate| {
                let subject = Subject::Question { question: *question, predicate, kept: *kept };
                all.push((change, Test { subject, negated: test.negated }));
            };
            for step in [-1_i32, 1] {
                match predicate {
                    Predicate::AtLeast(bound) => with(format!("threshold moved by {step}"), Predicate::AtLeast(bound + step)),
                    Predicate::Listed(bound) => {
                        with(format!("bound moved by {step}"), Predicate::Listed(bound.saturating_add_signed(step as i8)))
                    }
                    Predicate::Counted(bound) => {
                        with(format!("bound moved by {step}"), Predicate::Counted(bound.saturating_add_signed(step as i8)))
                    }
                    _ => {}
                }
            }
            if *kept {
                let subject = Subject::Question { question: *question, predicate: predicate.clone(), kept: false };
                all.push(("no longer kept".to_owned(), Test { subject, negated: test.negated }));
            }
        }
        Subject::Level(level) => {
            for other in Level::ALL.into_iter().filter(|other| other != level) {
                all.push((format!("level {}", other.id()), Test { subject: Subject::Level(other), negated: test.negated }));
            }
        }
        Subject::Fact(_) => {}
    }
    all
}
