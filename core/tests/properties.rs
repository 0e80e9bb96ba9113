//! The promises of the project, as sentences, on the real rulebooks with random answers of every type.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::answers::{Answer, Answers, identifier, notation};
use hs_core::assess::{ItemState, Truth};
use hs_core::content::{Scope, TestContent, compile};
use hs_core::export::{LineEnd, assessment_to_json, summary_to_json, to_html, to_text};
use hs_core::json::Json;
use hs_core::rulebook::{QuestionId, Region, RuleKind, Rulebook};
use hs_core::summary::{Replies, summarise};
use hs_core::{Assessment, assess};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseError;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use support::arbitrary::{NUMBERS, any_json, any_lang, any_region, any_words, given, settings};
use support::engines::{Engine, real};
use support::reference::{Matter, has_identifier, samples};
use support::{as_json, assessed, compare::meant_by, content, rulebook, words};

/// The answers without "vet ikke".
fn without_unknown(answers: &Answers) -> Answers {
    let mut known = Answers::new();
    for (question, answer) in answers.iter().filter(|(_, answer)| **answer != Answer::Unknown) {
        known.set(question, answer.clone());
    }
    known
}

/// What was open or "vet ikke" is answered from `more`.
fn learned(answers: &Answers, more: &Answers) -> Answers {
    let mut learned = without_unknown(more);
    for (question, answer) in answers.iter() {
        if *answer != Answer::Unknown || learned.get(question).is_none() {
            learned.set(question, answer.clone());
        }
    }
    learned
}

fn rule_id(region: Region, rule: hs_core::rulebook::RuleId) -> &'static str {
    &rulebook(region).rules[rule.index()].id
}

fn kind(region: Region, rule: usize) -> RuleKind {
    rulebook(region).rules[rule].kind
}

/// By rule: Some(true) holds, Some(false) fails, None undecided.
fn states(region: Region, assessment: &Assessment) -> Vec<Option<bool>> {
    let mut states = vec![Some(false); rulebook(region).rules.len()];
    assessment.findings.iter().for_each(|finding| states[finding.rule.index()] = Some(true));
    assessment.undecided.iter().for_each(|one| states[one.rule.index()] = None);
    states
}

proptest! {
    #![proptest_config(settings(200))]

    #[test]
    fn learning_more_never_overturns_a_decided_rule(region in any_region(), answers in given(), more in given()) {
        let (before, after) = (assessed(region, &answers), assessed(region, &learned(&answers, &more)));
        for (rule, (before, after)) in states(region, &before).into_iter().zip(states(region, &after)).enumerate() {
            // A rule of kind `missing` is the exception: it clears when what is missing is described.
            if before.is_some() && kind(region, rule) != RuleKind::Missing {
                prop_assert_eq!(before, after, "{}", rulebook(region).rules[rule].id);
            }
        }
        for ((item, before), (_, after)) in before.checklist.iter().zip(&after.checklist) {
            if matches!(before, ItemState::Described | ItemState::NotRelevant) {
                prop_assert_eq!(before, after, "{}", rulebook(region).items[item.index()].id);
            }
        }
        for (before, after) in before.relevance.iter().zip(&after.relevance).filter(|(before, _)| **before != Truth::Unknown) {
            prop_assert_eq!(before, after);
        }
        if before.level.needs.is_empty() {
            prop_assert_eq!(before.level.is, after.level.is);
        }
        if before.route.step.is_some() {
            prop_assert_eq!(before.route.step, after.route.step);
        }
    }

    #[test]
    fn assessing_only_the_answers_in_because_gives_the_same_finding(region in any_region(), answers in given()) {
        let whole = assessed(region, &answers);
        for finding in &whole.findings {
            let alone = assessed(region, &answers.only(&finding.because));
            let same = alone.finding(finding.rule);
            prop_assert!(same.is_some(), "{} rests on more than it says", rule_id(region, finding.rule));
            prop_assert_eq!(&same.expect("there").because, &finding.because, "{}", rule_id(region, finding.rule));
        }
        let level = assessed(region, &answers.only(&whole.level.because)).level;
        prop_assert!(!whole.level.needs.is_empty() || level == whole.level);
        let route = assessed(region, &answers.only(&whole.route.because)).route;
        prop_assert!(whole.route.step.is_none() || route == whole.route);
    }

    #[test]
    fn dropping_any_answer_in_because_makes_the_rule_undecided(region in any_region(), answers in given()) {
        let whole = assessed(region, &answers);
        for finding in whole.findings.iter().filter(|finding| finding.kind != RuleKind::Missing) {
            for dropped in &finding.because {
                let mut rest = answers.only(&finding.because);
                rest.clear(*dropped);
                let state = states(region, &assessed(region, &rest))[finding.rule.index()];
                prop_assert_eq!(state, None, "{} without {}", rule_id(region, finding.rule), rulebook(region).question_name(*dropped));
            }
        }
    }

    #[test]
    fn the_order_of_answers_never_changes_the_assessment(region in any_region(), answers in given(), seed in any::<u64>()) {
        let mut all: Vec<(QuestionId, Answer)> = answers.iter().map(|(question, answer)| (question, answer.clone())).collect();
        let mut random = support::random::Random(seed);
        for last in (1..all.len()).rev() {
            all.swap(last, random.below(last + 1));
        }
        let mut shuffled = Answers::new();
        for (question, answer) in all {
            // A change of mind on the way leaves no trace either.
            shuffled.set(question, Answer::Unknown);
            shuffled.set(question, answer);
        }
        prop_assert_eq!(assessed(region, &shuffled), assessed(region, &answers));
    }

    #[test]
    fn unknown_is_read_as_unanswered_by_rules_but_never_open(region in any_region(), lang in any_lang(), answers in given()) {
        let (with, without) = (assessed(region, &answers), assessed(region, &without_unknown(&answers)));
        let others = |assessment: &Assessment| {
            let states = states(region, assessment).into_iter().enumerate();
            states.filter(|(rule, _)| kind(region, *rule) != RuleKind::Missing).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&with), others(&without));
        let explained = |assessment: &Assessment| -> Vec<_> { assessment.findings.iter().filter(|one| one.kind != RuleKind::Missing).cloned().collect() };
        prop_assert_eq!(explained(&with), explained(&without));
        prop_assert_eq!(&with.level, &without.level);
        prop_assert_eq!(&with.route, &without.route);
        prop_assert_eq!(&with.relevance, &without.relevance);
        let text = summarise(rulebook(region), words(lang), &answers, &with, &Replies::new(), "receiver");
        for (question, _) in answers.iter().filter(|(_, answer)| **answer == Answer::Unknown) {
            prop_assert!(!with.open.contains(&question));
            if with.is_relevant(question) && !rulebook(region).questions[question.index()].not_in_letter {
                let said = words(lang).ui(hs_core::ui!("letter-not-known"));
                let name = words(lang).question(question).unwrap().letter.to_lowercase();
                let mut lines = text.sections.iter().flat_map(|section| &section.lines);
                prop_assert!(lines.any(|line| line.label.as_deref() == Some(said) && line.text.to_lowercase().contains(&name)), "{}", name);
            }
        }
    }

    #[test]
    fn what_is_open_is_relevant_and_unanswered_on_every_scale(region in any_region(), answers in given()) {
        let assessment = assessed(region, &answers);
        let named = |name: &str| rulebook(region).question_by_id(name).expect("a question of the shared list");
        let scales = [named("barthel"), named("barthel-100")];
        let is_scored = scales.iter().any(|id| matches!(answers.get(*id), Some(Answer::Number(_))));
        // What a refusal said is nobody's gap.
        let is_door = |id: &QuestionId| rulebook(region).is_door(*id);
        let is_open = |id: &QuestionId| !is_door(id) && assessment.is_relevant(*id) && answers.get(*id).is_none() && !(is_scored && scales.contains(id));
        let expected: Vec<QuestionId> = rulebook(region).all_questions().map(|(id, _)| id).filter(is_open).collect();
        let mut open = assessment.open.clone();
        let wanted = |id: &QuestionId| assessment.undecided.iter().filter(|one| one.needs.contains(id)).count();
        prop_assert!(open.windows(2).all(|pair| (wanted(&pair[1]), pair[0]) < (wanted(&pair[0]), pair[1]) || wanted(&pair[0]) > wanted(&pair[1])));
        open.sort_unstable();
        prop_assert_eq!(open, expected);
    }

    #[test]
    fn every_finding_cites_a_source(region in any_region(), answers in given()) {
        for finding in as_json(region, &answers)["findings"].as_array().expect("a list") {
            let sources = finding["sources"].as_array().expect("a list");
            prop_assert!(!sources.is_empty(), "{}", finding["rule"]);
            prop_assert!(sources.iter().all(|source| source.as_str().is_some_and(|tag| !tag.is_empty())));
        }
    }

    #[test]
    fn writing_and_reading_answers_gives_them_back(answers in given()) {
        let written = notation::write(rulebook(Region::Midt), &answers);
        let (read, problems) = notation::read(rulebook(Region::Midt), &written);
        prop_assert!(problems.is_empty(), "{problems:?}");
        prop_assert_eq!(read, answers);
    }

    #[test]
    fn changing_region_keeps_all_answers(from in any_region(), to in any_region(), answers in given()) {
        let (read, problems) = notation::read(rulebook(to), &notation::write(rulebook(from), &answers));
        prop_assert!(problems.is_empty(), "{problems:?}");
        prop_assert_eq!(&rulebook(from).questions, &rulebook(to).questions);
        prop_assert_eq!(read, answers);
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(region in any_region(), lang in any_lang(), answers in given()) {
        let bytes = || {
            let assessment = assessed(region, &answers);
            let summary = summarise(rulebook(region), words(lang), &answers, &assessment, &Replies::new(), "national");
            let json = assessment_to_json(rulebook(region), &assessment).text();
            (json, summary_to_json(rulebook(region), &summary).text(), to_text(&summary, LineEnd::CrLf), to_html(&summary))
        };
        prop_assert_eq!(bytes(), bytes());
    }

    #[test]
    fn clears_when_clears(region in any_region(), answers in given(), pick in any::<u64>()) {
        let mut random = support::random::Random(pick);
        let missing = |part: &hs_core::assess::Part| -> TestCaseError { TestCaseError::fail(format!("{} names no answer", rulebook(region).question_name(part.question))) };
        for finding in &assessed(region, &answers).findings {
            for change in &finding.clears_when {
                let mut changed = vec![answers.clone()];
                for part in change {
                    if part.any_of.is_empty() {
                        return Err(missing(part));
                    }
                    let named = random.pick(&part.any_of).clone();
                    let ways = meant_by(content(), part, &named);
                    let with = |answers: &Answers, way: &Answer| {
                        let mut answers = answers.clone();
                        answers.set(part.question, way.clone());
                        answers
                    };
                    changed = changed.iter().flat_map(|answers| ways.iter().map(move |way| with(answers, way))).collect();
                }
                // "stays" stands for several lists, of which one clears.
                let clears = changed.iter().any(|answers| assessed(region, answers).finding(finding.rule).is_none());
                prop_assert!(clears, "{} holds still after {change:?}", rule_id(region, finding.rule));
            }
        }
    }

    #[test]
    fn every_answer_has_a_class(region in any_region(), answers in given()) {
        // An answer outside the classes would be read as unanswered, without a word.
        for (question, answer) in answers.iter().filter(|(_, answer)| **answer != Answer::Unknown) {
            let known = !rulebook(region).classifiers[question.index()].predicates.is_empty();
            prop_assert_eq!(answers.class(rulebook(region), question).is_some(), known, "{:?}", answer);
        }
    }

    #[test]
    fn only_this_day_decides_which_rules_stand(region in any_region(), answers in given()) {
        let before = assess(rulebook(region), &answers, jiff::civil::date(1900, 1, 1));
        prop_assert!(before.findings.is_empty() && before.undecided.is_empty());
        prop_assert_eq!(&before.level, &assessed(region, &answers).level);
    }
}

proptest! {
    #![proptest_config(settings(1000))]

    #[test]
    fn redaction_leaves_no_number_and_changes_nothing_else(parts in vec((any_words(), select(NUMBERS.to_vec())), 0..4), end in any_words()) {
        let words = |text: &str| text.replace(|letter: char| letter.is_ascii_digit(), "n");
        let text: String = parts.iter().map(|(before, number)| format!("{} {number}, ", words(before))).chain([words(&end)]).collect();
        let expected: String = parts.iter().map(|(before, _)| format!("{} {}, ", words(before), identifier::REMOVED)).chain([words(&end)]).collect();
        prop_assert_eq!(identifier::redact(&text), expected);
    }

    #[test]
    fn numbers_are_found_where_the_naive_reading_finds_them(text in any_words()) {
        prop_assert_eq!(identifier::is_in(&text), has_identifier(&text), "{}", text);
        let clean = identifier::redact(&text);
        prop_assert!(!has_identifier(&clean), "{clean}");
        prop_assert!(has_identifier(&text) || clean == text);
    }

    #[test]
    fn reading_takes_any_json(json in any_json(rulebook(Region::Midt))) {
        let table = match Json::from(json) {
            Json::Table(table) => table,
            other => rulebook(Region::Midt).questions.iter().map(|question| (question.id.clone(), other.clone())).collect(),
        };
        let (answers, problems) = notation::read(rulebook(Region::Midt), &table);
        prop_assert!(problems.iter().all(|problem| !problem.message.is_empty()));
        // What was kept is valid: it can be assessed, and written again.
        let (again, problems) = notation::read(rulebook(Region::Midt), &notation::write(rulebook(Region::Midt), &answers));
        prop_assert!(problems.is_empty() && again == answers);
        let _ = assessed(Region::Midt, &answers);
    }
}

/// An answer of every class of every question.
fn classes() -> &'static Vec<Vec<Answer>> {
    static CLASSES: OnceLock<Vec<Vec<Answer>>> = OnceLock::new();
    CLASSES.get_or_init(|| {
        let book = rulebook(Region::Midt);
        let own = |(id, question): (QuestionId, &hs_core::rulebook::Question)| {
            let predicates: Vec<_> =
                content().regions().into_iter().flat_map(|region| rulebook(region).classifiers[id.index()].predicates.iter()).collect();
            let mut seen = Vec::new();
            let mut kept = Vec::new();
            for answer in samples(question, &predicates) {
                let mut one = Answers::new();
                one.set(id, answer.clone());
                let class: Vec<Option<usize>> = content().regions().into_iter().map(|region| one.class(rulebook(region), id)).collect();
                if !seen.contains(&class) {
                    seen.push(class);
                    kept.push(answer);
                }
            }
            kept
        };
        book.all_questions().map(own).collect()
    })
}

/// Answers the other questions one by one so that this one stays needed; then two answers to it must differ.
fn can_change(engine: &Engine<'_>, answers: &Answers, wanted: QuestionId) -> Result<(), TestCaseError> {
    let mut answers = answers.clone();
    let name = rulebook(Region::Midt).question_name(wanted);
    loop {
        let verdict = engine(&answers);
        prop_assert!(verdict.needs.contains(&wanted), "{name} is needed no longer");
        let Some(other) = verdict.needs.iter().find(|question| **question != wanted) else { break };
        let with = |answer: &Answer| {
            let mut answers = answers.clone();
            answers.set(*other, answer.clone());
            answers
        };
        let found = classes()[other.index()].iter().map(with).find(|answers| engine(answers).needs.contains(&wanted));
        prop_assert!(found.is_some(), "no answer to {} leaves {name} needed", rulebook(Region::Midt).question_name(*other));
        answers = found.expect("there");
    }
    let results: Vec<Option<usize>> = classes()[wanted.index()]
        .iter()
        .map(|answer| {
            let mut answers = answers.clone();
            answers.set(wanted, answer.clone());
            engine(&answers).result
        })
        .collect();
    prop_assert!(results.iter().all(Option::is_some), "{name} does not decide it: {results:?}");
    prop_assert!(results.iter().any(|result| *result != results[0]), "{name} changes nothing: {results:?}");
    Ok(())
}

/// Each rule with a condition, the level and the route of a region, alone.
fn engines(region: Region) -> &'static Vec<(String, Engine<'static>)> {
    static ENGINES: OnceLock<BTreeMap<Region, Vec<(String, Engine<'static>)>>> = OnceLock::new();
    let make = |region: Region| -> Vec<(String, Engine<'static>)> {
        let rules =
            content().rules.iter().filter(move |rule| rule.stands.contains_key(&region) && matches!(rule.test, TestContent::When(_)));
        let rules = rules.map(|rule| (rule.id.clone(), real(rulebook(region), Matter::Rule(rule))));
        let tables = [("level", Matter::Level), ("route", Matter::Route)];
        rules.chain(tables.map(|(name, matter)| (name.to_owned(), real(rulebook(region), matter)))).collect()
    };
    &ENGINES.get_or_init(|| content().regions().into_iter().map(|region| (region, make(region))).collect())[&region]
}

proptest! {
    #![proptest_config(settings(40))]

    #[test]
    fn every_question_in_needs_can_change_the_outcome(region in any_region(), answers in given()) {
        for (name, engine) in engines(region) {
            for question in engine(&answers).needs {
                if let Err(error) = can_change(engine, &answers, question) {
                    return Err(TestCaseError::fail(format!("{} {name}: {error}", region.id())));
                }
            }
        }
    }
}

#[test]
fn every_rule_cites_a_source_and_says_whether_it_is_stated() {
    for region in content().regions() {
        for rule in &rulebook(region).rules {
            assert!(!rule.sources.is_empty(), "{} in {}", rule.id, region.id());
        }
        for item in &rulebook(region).items {
            assert!(!item.sources.is_empty(), "item {} in {}", item.id, region.id());
        }
    }
}

#[test]
fn the_same_content_gives_the_same_rulebook() {
    for region in content().regions() {
        let again: Rulebook = compile(content(), region, Scope::All);
        assert_eq!(again.bake(), rulebook(region).bake());
    }
}
