//! The engine agrees with the naive reference engine on every class of answers its tests tell apart, and a wrong engine
//! is found out.
//!
//! Two-valued, "unknown" by trying all completions (`support/table.rs`), written from the prose (`support/reference.rs`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::content::{Content, RuleContent, Scope, TestContent, compile, condition::Guarded};
use hs_core::rulebook::{QuestionId, Region, classes::Predicate};
use std::sync::Mutex;
use support::compare::{Compared, compare};
use support::engines::{Engine, real, spoiled, unknown_is_no};
use support::reference::{Matter, Naive, condition_of};
use support::table::Table;
use support::{content, rulebook};

/// Everything that is decided in a region, with a name.
fn matters(content: &Content, region: Region) -> Vec<(String, Matter<'_>)> {
    let mut matters = vec![("level".to_owned(), Matter::Level), ("route".to_owned(), Matter::Route)];
    let conditions = content.relevance.iter().enumerate().filter(|(_, condition)| condition.is_some());
    matters.extend(conditions.map(|(at, _)| (format!("relevance {}", content.questions[at].id), Matter::Relevance(QuestionId::at(at)))));
    matters.extend(rules(content, region).map(|rule| (format!("rule {}", rule.id), Matter::Rule(rule))));
    matters
}

/// The rules with a condition.
fn rules(content: &Content, region: Region) -> impl Iterator<Item = &RuleContent> {
    content.rules.iter().filter(move |rule| rule.stands.contains_key(&region) && matches!(rule.test, TestContent::When(_)))
}

fn table<'a>(content: &'a Content, region: Region, matter: Matter<'a>) -> Table<'a> {
    Table::of(Naive::of(content, region, &[matter]), matter)
}

/// Runs jobs on all processors; what they return, in order.
fn in_parallel<J: Send, T: Send>(jobs: Vec<J>, run: impl Fn(J) -> T + Sync) -> Vec<T> {
    let count = jobs.len();
    let queue = Mutex::new(jobs.into_iter().enumerate());
    let done = Mutex::new(Vec::with_capacity(count));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let Some((at, job)) = queue.lock().expect("no panic").next() else { return };
                    let result = run(job);
                    done.lock().expect("no panic").push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no panic");
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[test]
fn the_engine_and_the_naive_reference_agree_on_every_class_of_answers() {
    let content = content();
    let mut jobs = Vec::new();
    for region in content.regions() {
        jobs.extend(matters(content, region).into_iter().map(|(name, matter)| (region, name, matter)));
    }
    // The largest first.
    jobs.sort_by_key(|(region, _, matter)| std::cmp::Reverse(Naive::of(content, *region, &[*matter]).reads.len()));
    let results = in_parallel(jobs, |(region, name, matter)| {
        let table = table(content, region, matter);
        let compared = compare(content, &table, &real(rulebook(region), matter), 5);
        let how = if compared.exhaustive { "all" } else { "drawn" };
        let line = format!(
            "{:>8} {how:<5} {:>8} explained {:>8} complete {:>2} questions  {} {name}",
            compared.partials,
            compared.explained,
            table.evaluated(),
            table.reads().len(),
            region.id()
        );
        (line, compared, format!("{} {name}", region.id()))
    });
    let mut differences = Vec::new();
    let (mut partials, mut exhaustive) = (0, 0);
    for (line, compared, name) in &results {
        println!("{line}");
        partials += compared.partials;
        exhaustive += usize::from(compared.exhaustive);
        differences.extend(compared.differences.iter().map(|difference| format!("{name}: {difference}")));
    }
    println!("{} matters, {exhaustive} of them exhaustively, {partials} partial answers", results.len());
    assert!(partials > 100_000, "only {partials} partial answers were compared");
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), differences.join("\n"));
}

/// How an engine fares on everything of a region.
fn found_out(region: Region, engine: &(dyn Fn(Matter<'static>) -> Engine<'static> + Sync)) -> Vec<(String, Compared)> {
    let content = content();
    let small =
        matters(content, region).into_iter().filter(|(_, matter)| Naive::of(content, region, &[*matter]).reads.len() <= 10).collect();
    in_parallel(small, |(name, matter): (String, Matter<'static>)| {
        let compared = compare(content, &table(content, region, matter), &engine(matter), 1);
        (name, compared)
    })
}

fn differing(fared: &[(String, Compared)]) -> usize {
    fared.iter().filter(|(_, compared)| !compared.differences.is_empty()).count()
}

#[test]
fn an_engine_that_takes_unknown_for_no_is_found_out_by_every_rule() {
    let fared = found_out(Region::Midt, &|matter| {
        let naive: &'static Naive<'static> = Box::leak(Box::new(Naive::of(content(), Region::Midt, &[matter])));
        unknown_is_no(content(), naive, matter)
    });
    assert_eq!(differing(&fared), fared.len());
}

#[test]
fn an_engine_that_needs_too_much_rests_on_too_much_or_clears_wrongly_is_found_out() {
    let book = rulebook(Region::Midt);
    let all_open = |answers: &hs_core::Answers| -> Vec<QuestionId> {
        book.all_questions()
            .map(|(id, _)| id)
            .filter(|id| answers.get(*id).is_none_or(|answer| *answer == hs_core::Answer::Unknown))
            .collect()
    };
    let needs_too_much = found_out(Region::Midt, &|matter| {
        spoiled(real(book, matter), move |answers, verdict| {
            if verdict.result.is_none() {
                verdict.needs = all_open(answers);
            }
        })
    });
    assert_eq!(differing(&needs_too_much), needs_too_much.len());
    let rests_on_too_much = found_out(Region::Midt, &|matter| {
        spoiled(real(book, matter), |answers, verdict| {
            if let Some(because) = &mut verdict.because {
                *because =
                    answers.iter().filter(|(_, answer)| **answer != hs_core::Answer::Unknown).map(|(question, _)| question).collect();
            }
        })
    });
    assert!(differing(&rests_on_too_much) >= 4, "{}", differing(&rests_on_too_much));
    let rests_on_too_little = found_out(Region::Midt, &|matter| {
        spoiled(real(book, matter), |_, verdict| {
            if let Some(because) = &mut verdict.because {
                because.pop();
            }
        })
    });
    assert!(differing(&rests_on_too_little) >= 10, "{}", differing(&rests_on_too_little));
    let clears_half = found_out(Region::Midt, &|matter| {
        spoiled(real(book, matter), |_, verdict| {
            if let Some(clears) = &mut verdict.clears {
                clears.pop();
            }
        })
    });
    assert!(differing(&clears_half) >= 10, "{}", differing(&clears_half));
}

/// The content with one test of a rule's condition dropped, for every test of every rule.
fn with_a_clause_dropped(content: &Content) -> Vec<(usize, Region, String, Content)> {
    let mut slips = Vec::new();
    for region in content.regions() {
        for (at, rule) in content.rules.iter().enumerate() {
            if !rule.stands.contains_key(&region) || !matches!(rule.test, TestContent::When(_)) {
                continue;
            }
            let lists: [(&str, fn(&mut Guarded) -> &mut Vec<_>); 4] = [
                ("when.all", |condition| &mut condition.when.all),
                ("when.any", |condition| &mut condition.when.any),
                ("unless.all", |condition| &mut condition.unless.all),
                ("unless.any", |condition| &mut condition.unless.any),
            ];
            for (name, list) in lists {
                let mut whole = condition_of(rule, region).clone();
                for place in 0..list(&mut whole).len() {
                    let mut condition = whole.clone();
                    list(&mut condition).remove(place);
                    let mut changed = content.clone();
                    let slipped = &mut changed.rules[at];
                    match slipped.stands.get_mut(&region).and_then(|standing| standing.differs.as_mut()) {
                        Some(own) => *own = condition,
                        None => slipped.test = TestContent::When(condition),
                    }
                    slips.push((at, region, format!("{} {} {name} {}", region.id(), rule.id, place + 1), changed));
                }
            }
        }
    }
    slips
}

#[test]
fn an_engine_made_from_content_with_a_clause_dropped_is_found_out() {
    let content = content();
    let slips = with_a_clause_dropped(content);
    let made = slips.len();
    let unnoticed: Vec<String> = in_parallel(slips, |(at, region, name, changed)| {
        let matter = Matter::Rule(&content.rules[at]);
        let naive = Naive::of(content, region, &[matter]);
        // The one that reads every text is left to the sampled comparison: its tests are alike.
        let wrong = compile(&changed, region, Scope::Rule(at));
        let compared = compare(content, &Table::of(naive, matter), &real(&wrong, matter), 1);
        compared.differences.is_empty().then_some(name)
    })
    .into_iter()
    .flatten()
    .collect();
    println!("{made} clauses dropped");
    assert!(made >= 40, "only {made} clauses");
    assert!(unnoticed.is_empty(), "not noticed: {}", unnoticed.join(", "));
}

#[test]
fn an_engine_with_relevance_forgotten_or_a_threshold_moved_is_found_out() {
    let content = content();
    let wrong_content = |spoil: &dyn Fn(&mut Content)| {
        let mut changed = content.clone();
        spoil(&mut changed);
        let wrong = compile(&changed, Region::Midt, Scope::All);
        let fared = matters(content, Region::Midt).into_iter().filter(|(name, _)| {
            ["route", "rule wrong-addressee-child-habilitation", "rule repeated-stays-no-new-factors"].contains(&name.as_str())
        });
        fared
            .map(|(_, matter)| compare(content, &table(content, Region::Midt, matter), &real(&wrong, matter), 1).differences.len())
            .collect::<Vec<_>>()
    };
    assert_eq!(wrong_content(&|_| {}), [0, 0, 0], "the right engine");
    assert_eq!(wrong_content(&|content| content.relevance.iter_mut().for_each(|relevant| *relevant = None)), [1, 0, 1], "no relevance");
    let moved = wrong_content(&|content| {
        for fact in &mut content.facts {
            for test in &mut fact.condition.when.all {
                if let hs_core::content::condition::Subject::Question { predicate: Predicate::AtLeast(bound), .. } = &mut test.subject {
                    *bound += 1;
                }
            }
        }
    });
    assert_eq!(moved, [1, 1, 0], "a threshold moved by one");
}
