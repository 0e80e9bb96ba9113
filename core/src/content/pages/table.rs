//! The truth table of a condition: the ways through its decision diagram, in words.

use super::super::sentence::{Speaker, join};
use crate::rulebook::classes::Classifier;
use crate::rulebook::diagram::{Diagrams, Node};
use crate::rulebook::{QuestionId, QuestionKind, Rulebook};
use std::collections::BTreeMap;

/// More rows than this are counted, not shown.
const MOST_ROWS: usize = 24;
/// More columns than this nobody reads.
const MOST_COLUMNS: usize = 8;

/// A row: the classes of each question on the way, and the result.
type Row = (Vec<(QuestionId, Vec<usize>)>, usize);

/// The table as Markdown. `results` names what a result is called.
pub fn table(speaker: &Speaker<'_>, rulebook: &Rulebook, node: Node, results: &dyn Fn(usize) -> String) -> String {
    let diagrams = &rulebook.diagrams;
    let columns = diagrams.reads(node);
    if columns.is_empty() {
        return String::new();
    }
    if columns.len() > MOST_COLUMNS {
        return format!("Vilkåret leser {} spørsmål. Det blir en for stor tabell; setningen over sier det hele.\n", columns.len());
    }
    let mut rows = Vec::new();
    walk(diagrams, node, &mut Vec::new(), &mut rows);
    // What makes the rule hold comes first.
    rows.sort_by_key(|(_, result)| std::cmp::Reverse(*result));
    let all = count(diagrams, node, &mut BTreeMap::new());
    let mut text = String::new();
    let headings: Vec<String> = columns.iter().map(|question| cell(&speaker.question(*question).replace(['«', '»'], ""))).collect();
    text.push_str(&format!("| {} | Da |\n|{}---|\n", headings.join(" | "), "---|".repeat(columns.len())));
    for (way, result) in rows.iter().take(MOST_ROWS) {
        let cells = columns.iter().map(|question| {
            let classes = way.iter().find(|(on, _)| on == question).map(|(_, classes)| classes);
            cell(&classes.map_or_else(|| "–".to_owned(), |classes| of_classes(speaker, rulebook, *question, classes)))
        });
        text.push_str(&format!("| {} | {} |\n", cells.collect::<Vec<_>>().join(" | "), results(*result)));
    }
    if all > MOST_ROWS as u64 {
        text.push_str(&format!("\nTabellen har {all} rader; her er {MOST_ROWS} av dem. Setningen over sier det hele.\n"));
    }
    text.push_str("\nEn strek betyr at svaret ikke har noe å si der. Et ubesvart spørsmål er ikke et nei: så lenge raden kan bli begge deler, er regelen uavgjort.\n");
    text
}

fn cell(text: &str) -> String {
    text.replace('|', "/").replace('\n', " ")
}

/// Every way to a result, until there are too many to show.
fn walk(diagrams: &Diagrams, node: Node, way: &mut Vec<(QuestionId, Vec<usize>)>, rows: &mut Vec<Row>) {
    // Some more than are shown, so that the holding ones are among them.
    if rows.len() >= MOST_ROWS * 8 {
        return;
    }
    let Some(branch) = diagrams.branch(node) else {
        rows.extend(node.as_result().map(|result| (way.clone(), result)));
        return;
    };
    for (next, classes) in turns(&branch.next) {
        way.push((branch.question, classes));
        walk(diagrams, next, way, rows);
        way.pop();
    }
}

/// The classes of a branch by where they lead.
fn turns(next: &[Node]) -> Vec<(Node, Vec<usize>)> {
    let mut turns: Vec<(Node, Vec<usize>)> = Vec::new();
    for (class, node) in next.iter().enumerate() {
        match turns.iter_mut().find(|(known, _)| known == node) {
            Some((_, classes)) => classes.push(class),
            None => turns.push((*node, vec![class])),
        }
    }
    turns
}

fn count(diagrams: &Diagrams, node: Node, known: &mut BTreeMap<Node, u64>) -> u64 {
    let Some(branch) = diagrams.branch(node) else { return 1 };
    if let Some(count) = known.get(&node) {
        return *count;
    }
    let ways = turns(&branch.next).into_iter().fold(0_u64, |sum, (next, _)| sum.saturating_add(count(diagrams, next, known)));
    known.insert(node, ways);
    ways
}

/// The answers of some classes in words.
fn of_classes(speaker: &Speaker<'_>, rulebook: &Rulebook, question: QuestionId, classes: &[usize]) -> String {
    let (Some(kind), Some(classifier)) = (rulebook.question(question).map(|one| &one.kind), rulebook.classifiers.get(question.index()))
    else {
        return String::new();
    };
    match kind {
        QuestionKind::Choice { .. } => choice(speaker, rulebook, question, classifier, classes),
        QuestionKind::Number { .. } => ranges(classifier, classes),
        _ => by_tests(speaker, question, classifier, classes),
    }
}

fn choice(speaker: &Speaker<'_>, rulebook: &Rulebook, question: QuestionId, classifier: &Classifier, classes: &[usize]) -> String {
    let Some(of) = rulebook.question(question) else { return String::new() };
    let named = |inside: bool| {
        let classes = (0..classifier.classes.len()).filter(|class| classes.contains(class) == inside);
        let ids = classes.filter_map(|class| classifier.examples.get(class)).flatten().filter_map(|id| of.option_by_id(id));
        let mut ids: Vec<_> = ids.collect();
        ids.sort_unstable();
        ids
    };
    let (inside, outside) = (named(true), named(false));
    if inside.len() > 2 && inside.len() > outside.len() {
        format!("noe annet enn {}", speaker.options(question, &outside, " eller "))
    } else {
        speaker.options(question, &inside, " eller ").replace(['«', '»'], "")
    }
}

/// "0–17", neighbours joined.
fn ranges(classifier: &Classifier, classes: &[usize]) -> String {
    let mut bounds: Vec<(i64, i64)> = classes
        .iter()
        .filter_map(|class| classifier.examples.get(*class))
        .flatten()
        .filter_map(|range| range.split_once('-'))
        .filter_map(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)))
        .collect();
    bounds.sort_unstable();
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (from, to) in bounds {
        match joined.last_mut() {
            Some((_, end)) if *end + 1 == from => *end = to,
            _ => joined.push((from, to)),
        }
    }
    join(&joined.iter().map(|(from, to)| format!("{from}–{to}")).collect::<Vec<_>>(), ", ", " eller ")
}

/// The classes said by the tests that tell them apart: one test where one is enough, otherwise each class by its tests.
fn by_tests(speaker: &Speaker<'_>, question: QuestionId, classifier: &Classifier, classes: &[usize]) -> String {
    let all = 0..classifier.classes.len();
    let mut exact: Vec<String> = Vec::new();
    for (at, predicate) in classifier.predicates.iter().enumerate() {
        for negated in [false, true] {
            if all.clone().all(|class| (classifier.holds_in(at, class) != negated) == classes.contains(&class)) {
                let said = speaker.value(question, predicate);
                exact.push(match negated {
                    true if said.starts_with("bare ") => format!("noe annet enn {said}"),
                    true => format!("ikke {said}"),
                    false => said,
                });
            }
        }
    }
    if let Some(shortest) = exact.into_iter().min_by_key(|said| said.chars().count()) {
        return shortest;
    }
    let mut said: Vec<String> = classes
        .iter()
        .map(|class| {
            let held = classifier.predicates.iter().enumerate().filter(|(at, _)| classifier.holds_in(*at, *class));
            let held: Vec<String> = held.map(|(_, predicate)| speaker.value(question, predicate)).collect();
            if held.is_empty() { "noe annet".to_owned() } else { held.join(" og ") }
        })
        .collect();
    said.sort();
    said.dedup();
    if said.len() > 3 {
        let rest: Vec<usize> = all.filter(|class| !classes.contains(class)).collect();
        if rest.len() < classes.len() && !rest.is_empty() {
            return format!("noe annet enn: {}", by_tests(speaker, question, classifier, &rest));
        }
    }
    join(&said, "; ", "; eller ")
}
