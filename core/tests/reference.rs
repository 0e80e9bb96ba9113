//! The engine agrees with the naive reference engine on every class of answers its tests tell apart, and a wrong engine
//! is found out.
//!
//! Two-valued, "unknown" by trying all completions (`support/table.rs`), written from the prose (`support/reference.rs`).

#![allow(clippy::string_slice, clippy::type_complexity, reason = "a test may stop, and names its types where they stand")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::answers::Answers;
use hs_core::content::{Content, RuleContent, Scope, TestContent, compile, condition::Guarded};
use hs_core::rulebook::{ItemId, QuestionId, Region, classes::Predicate};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};
use support::compare::{Compared, compare, shown};
use support::engines::{Engine, read_of, real, spoiled, unknown_is_no};
use support::items::ItemTable;
use support::random::Random;
use support::reference::{Matter, Naive, condition_of};
use support::table::Table;
use support::{content, in_parallel, rulebook};

/// Everything that is decided in a region, with a name.
fn matters(content: &Content, region: Region) -> Vec<(String, Matter<'_>)> {
    let mut matters = vec![("level".to_owned(), Matter::Level), ("route".to_owned(), Matter::Route)];
    let conditions = content.relevance.iter().enumerate().filter(|(_, condition)| condition.is_some());
    matters.extend(conditions.map(|(at, _)| (format!("relevance {}", content.questions[at].id), Matter::Relevance(QuestionId::at(at)))));
    matters.extend(rules(content, region).map(|rule| (format!("rule {}", rule.id), Matter::Rule(rule))));
    let guidance = content.guidance.iter().filter(|one| one.stands_in(region) && !one.when.when.is_empty());
    matters.extend(guidance.map(|one| (format!("guidance {}", one.id), Matter::Guidance(one))));
    matters
}

/// The rules with a condition.
fn rules(content: &Content, region: Region) -> impl Iterator<Item = &RuleContent> {
    content.rules.iter().filter(move |rule| rule.stands.contains_key(&region) && matches!(rule.test, TestContent::When(_)))
}

/// The table of a matter, made once: for all regions where it is the same.
fn table(region: Region, matter: Matter<'static>) -> Arc<OnceLock<Table<'static>>> {
    type Tables = BTreeMap<String, Arc<OnceLock<Table<'static>>>>;
    static TABLES: Mutex<Tables> = Mutex::new(Tables::new());
    let content = content();
    let key = match matter {
        Matter::Route | Matter::Item(_) => format!("route in {}", region.id()),
        Matter::Relevance(question) if content.asked_in[question.index()].is_some() => format!("{} in {}", written(matter), region.id()),
        _ if Naive::of(content, region, &[matter]).depends_on_region() => format!("{} in {}", written(matter), region.id()),
        Matter::Rule(rule) if rule.stands[&region].differs.is_some() => format!("rule {} in {}", rule.id, region.id()),
        _ => written(matter),
    };
    let place = TABLES.lock().expect("no panic").entry(key).or_default().clone();
    place.get_or_init(|| Table::of(Naive::of(content, region, &[matter]), matter));
    place
}

/// Where the matter is written.
fn written(matter: Matter<'_>) -> String {
    match matter {
        Matter::Rule(rule) => format!("rule {}", rule.id),
        Matter::Relevance(question) => format!("relevance {}", question.index()),
        Matter::Guidance(one) => format!("guidance {}", one.id),
        Matter::Level => "level".to_owned(),
        Matter::Route | Matter::Item(_) => "of one region".to_owned(),
    }
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
        let started = std::time::Instant::now();
        let table = table(region, matter);
        let table = table.get().expect("made");
        let compared = compare(content, table, &real(rulebook(region), matter), 5);
        let how = if compared.exhaustive { "all" } else { "drawn" };
        let line = format!(
            "{:>8} {how:<5} {:>8} explained {:>8} complete {:>2} questions {:>6} ms  {} {name}",
            compared.partials,
            compared.explained,
            table.evaluated(),
            table.reads().len(),
            started.elapsed().as_millis(),
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

/// A whole patient, nearly everything answered.
fn patient(content: &Content, random: &mut Random) -> Answers {
    let mut answers = Answers::new();
    let open = *random.pick(&[0, 3, 10, 20]);
    for (at, question) in content.questions.iter().enumerate() {
        let samples = support::reference::samples(question, &[]);
        if !random.percent(open) {
            answers.set(QuestionId::at(at), random.pick(&samples).clone());
        } else if random.percent(30) {
            answers.set(QuestionId::at(at), hs_core::Answer::Unknown);
        }
    }
    answers
}

/// The rulebook as it ships, everything at once: what was compared piece by piece hangs together.
#[test]
fn whole_assessments_agree_with_the_naive_reference() {
    let content = content();
    let compared = in_parallel(content.regions(), |region| {
        let book = rulebook(region);
        let small = matters(content, region).into_iter().filter(|(name, _)| name != "rule identifier-in-text");
        let matters: Vec<_> = small.map(|(name, matter)| (name, matter, table(region, matter), read_of(book, matter))).collect();
        let items: Vec<_> = content.regions[&region].items.iter().map(|item| ItemTable::of(content, region, item)).collect();
        let mut random = Random(7);
        let mut compared = 0;
        for _ in 0..1500 {
            let answers = patient(content, &mut random);
            let assessment = hs_core::assess(book, &answers, content.cases_on);
            for (name, _, table, read) in &matters {
                let table = table.get().expect("made");
                let given = |question: &QuestionId| answers.get(*question).filter(|answer| **answer != hs_core::Answer::Unknown);
                let class = |question: &QuestionId| table.naive.class(*question, given(question)?);
                let partial: Vec<Option<usize>> = table.reads().iter().map(class).collect();
                let verdict = read(book, &answers, &assessment);
                assert_eq!(verdict.result, table.decided(&partial), "{} {name}: {}", region.id(), shown(content, &answers));
                let needs = if verdict.result.is_some() { Vec::new() } else { table.needs(&partial) };
                assert_eq!(verdict.needs, needs, "{} {name}: {}", region.id(), shown(content, &answers));
                compared += 1;
            }
            for (at, table) in items.iter().enumerate() {
                let state = table.state(&table.digits(&answers));
                assert_eq!(assessment.item(ItemId::at(at)), Some(state), "{} item {at}: {}", region.id(), shown(content, &answers));
                compared += 1;
            }
        }
        compared
    });
    println!("{} results of whole assessments", compared.iter().sum::<usize>());
}

/// How an engine fares on everything of a region.
fn found_out(region: Region, engine: &(dyn Fn(Matter<'static>) -> Engine<'static> + Sync)) -> Vec<(String, Compared)> {
    let content = content();
    let small =
        matters(content, region).into_iter().filter(|(_, matter)| Naive::of(content, region, &[*matter]).reads.len() <= 10).collect();
    in_parallel(small, |(name, matter): (String, Matter<'static>)| {
        let compared = compare(content, table(region, matter).get().expect("made"), &engine(matter), 1);
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

/// A rule's condition without one of its tests, for each of them.
fn with_a_clause_dropped(condition: &Guarded) -> Vec<(String, Guarded)> {
    let lists: [(&str, fn(&mut Guarded) -> &mut Vec<_>); 4] = [
        ("when.all", |condition| &mut condition.when.all),
        ("when.any", |condition| &mut condition.when.any),
        ("unless.all", |condition| &mut condition.unless.all),
        ("unless.any", |condition| &mut condition.unless.any),
    ];
    let mut slips = Vec::new();
    for (name, list) in lists {
        for place in 0..list(&mut condition.clone()).len() {
            let mut slipped = condition.clone();
            list(&mut slipped).remove(place);
            slips.push((format!("{name} {}", place + 1), slipped));
        }
    }
    slips
}

#[test]
fn an_engine_made_from_content_with_a_clause_dropped_is_found_out() {
    let content = content();
    let jobs: Vec<(Region, &RuleContent)> =
        content.regions().into_iter().flat_map(|region| rules(content, region).map(move |rule| (region, rule))).collect();
    let results = in_parallel(jobs, |(region, rule)| {
        let matter = Matter::Rule(rule);
        let table = table(region, matter);
        let table = table.get().expect("made");
        let at = content.rules.iter().position(|one| one.id == rule.id).expect("a rule of the content");
        let slips = with_a_clause_dropped(condition_of(rule, region)).into_iter().map(|(name, slipped)| {
            let mut changed = content.clone();
            let of_rule = &mut changed.rules[at];
            match of_rule.stands.get_mut(&region).and_then(|standing| standing.differs.as_mut()) {
                Some(own) => *own = slipped,
                None => of_rule.test = TestContent::When(slipped),
            }
            let wrong = compile(&changed, region, Scope::Rule(at));
            let compared = compare(content, table, &real(&wrong, matter), 1);
            (format!("{} {} {name}", region.id(), rule.id), !compared.differences.is_empty())
        });
        slips.collect::<Vec<_>>()
    });
    let slips: Vec<(String, bool)> = results.into_iter().flatten().collect();
    let unnoticed: Vec<&str> = slips.iter().filter(|(_, noticed)| !noticed).map(|(name, _)| name.as_str()).collect();
    println!("{} clauses dropped", slips.len());
    assert!(slips.len() >= 40, "only {} clauses", slips.len());
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
            .map(|(_, matter)| {
                compare(content, table(Region::Midt, matter).get().expect("made"), &real(&wrong, matter), 1).differences.len()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(wrong_content(&|_| {}), [0, 0, 0], "the right engine");
    assert_eq!(wrong_content(&|content| content.relevance.iter_mut().for_each(|relevant| *relevant = None)), [1, 1, 0], "no relevance");
    let moved = wrong_content(&|content| {
        for fact in &mut content.facts {
            for test in &mut fact.condition.when.all {
                if let hs_core::content::condition::Subject::Question { predicate: Predicate::AtLeast(bound), .. } = &mut test.subject {
                    *bound += 1;
                }
            }
        }
    });
    assert_eq!(moved, [1, 0, 1], "a threshold moved by one");
}
