//! Plays the cases: every rule's own, the questions', the items', the level's, the routes'.

use super::compile::{Scope, compile};
use super::problem::Place;
use super::{Content, GuidanceContent, RuleContent};
use crate::answers::Answers;
use crate::assess::{Assessment, Truth, assess};
use crate::rulebook::{Citation, GuidanceId, ItemId, QuestionId, Region, Rulebook};
use jiff::civil::Date;

/// A case of a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleCase {
    /// What it shows.
    pub name: String,
    /// `holds`, `fails`, `undecided`.
    pub expect: Expect,
    /// Only in this region.
    pub region: Option<Region>,
    /// The answers.
    pub answers: Answers,
    /// The answers it must rest on.
    pub because: Option<Vec<QuestionId>>,
    /// What it must need.
    pub needs: Option<Vec<QuestionId>>,
    /// The questions whose change must clear it.
    pub clears: Option<Vec<QuestionId>>,
    /// The day.
    pub today: Date,
    /// The source of the expectation.
    pub source: Option<Citation>,
    /// Name of the case it misses by one answer.
    pub near: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// What a rule is expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// It holds.
    Holds,
    /// It fails.
    Fails,
    /// It is undecided.
    Undecided,
}

/// A case of something with a state.
#[derive(Debug, Clone, PartialEq)]
pub struct StateCase {
    /// What it shows.
    pub name: String,
    /// The state, level or destination id.
    pub expect: String,
    /// Only in this region.
    pub region: Option<Region>,
    /// The answers.
    pub answers: Answers,
    /// What it must need.
    pub needs: Option<Vec<QuestionId>>,
    /// The answers it must rest on.
    pub because: Option<Vec<QuestionId>>,
    /// Where it is written.
    pub place: Place,
}

/// A case that came out otherwise than it says.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseResult {
    /// Whose case it is.
    pub of: String,
    /// Its name, with the region.
    pub case: String,
    /// What was expected, and what came.
    pub message: String,
    /// Where it is written.
    pub place: Place,
}

/// Plays every case of the content; what comes back went wrong.
#[must_use]
pub fn run_cases(content: &Content) -> Vec<CaseResult> {
    let mut wrong = Vec::new();
    for region in content.regions() {
        let rulebook = compile(content, region, Scope::All);
        for rule in &content.rules {
            wrong.extend(rule_cases(content, &rulebook, rule));
        }
        if let Some(of_region) = content.regions.get(&region) {
            for (position, item) in of_region.items.iter().enumerate() {
                wrong.extend(item_cases(content, &rulebook, ItemId::at(position), &item.id, &item.cases));
            }
            wrong.extend(route_cases(content, &rulebook, &of_region.route_cases));
        }
        wrong.extend(relevance_cases(content, &rulebook));
        for (position, one) in content.guidance.iter().filter(|one| one.stands_in(region)).enumerate() {
            wrong.extend(guidance_cases(content, &rulebook, GuidanceId::at(position), one));
        }
        wrong.extend(level_cases(content, &rulebook));
    }
    wrong
}

/// Every case of something with a state, with what it is of and the region it is played in.
pub(super) fn with_a_state(content: &Content) -> Vec<(String, Region, &StateCase)> {
    let mut all = Vec::new();
    for (region, of_region) in &content.regions {
        let mut lists: Vec<(String, &[StateCase])> =
            vec![("vei".to_owned(), &of_region.route_cases), ("nivå".to_owned(), &content.level.cases)];
        lists.extend(of_region.items.iter().map(|item| (item.id.clone(), item.cases.as_slice())));
        lists.extend(content.guidance.iter().filter(|one| one.stands_in(*region)).map(|one| (one.id.clone(), one.cases.as_slice())));
        lists
            .extend(content.questions.iter().zip(&content.question_cases).map(|(question, cases)| (question.id.clone(), cases.as_slice())));
        for (of, cases) in lists {
            let here = cases.iter().filter(|case| case.region.is_none_or(|only| only == *region));
            all.extend(here.map(|case| (of.clone(), *region, case)));
        }
    }
    all
}

pub(super) fn rule_cases(content: &Content, rulebook: &Rulebook, rule: &RuleContent) -> Vec<CaseResult> {
    let region = rulebook.region;
    if !rule.stands.contains_key(&region) {
        return Vec::new();
    }
    let cases = rule.cases.iter().filter(|case| case.region.is_none_or(|only| only == region));
    cases
        .filter_map(|case| {
            let message = rule_case(content, rulebook, &rule.id, case)?;
            Some(result(&rule.id, &case.name, region, message, case.place.clone()))
        })
        .collect()
}

fn rule_case(content: &Content, rulebook: &Rulebook, rule: &str, case: &RuleCase) -> Option<String> {
    let assessment = assess(rulebook, &case.answers, case.today);
    let at = rulebook.rules.iter().position(|one| one.id == rule)?;
    let finding = assessment.findings.iter().find(|finding| finding.rule.index() == at);
    let undecided = assessment.undecided.iter().find(|one| one.rule.index() == at);
    let came = match (finding, undecided) {
        (Some(_), _) => Expect::Holds,
        (None, Some(_)) => Expect::Undecided,
        (None, None) => Expect::Fails,
    };
    if came != case.expect {
        let needs = undecided.map(|one| format!(", needs {}", names(content, &one.needs))).unwrap_or_default();
        return Some(format!("expected {:?}, came {came:?}{needs}", case.expect).to_lowercase());
    }
    let differs = |what: &str, expected: &Option<Vec<QuestionId>>, came: Vec<QuestionId>| {
        let mut expected = expected.clone()?;
        expected.sort_unstable();
        (expected != came).then(|| format!("expected {what} {}, came {}", names(content, &expected), names(content, &came)))
    };
    let mut cleared: Vec<QuestionId> =
        finding.into_iter().flat_map(|finding| &finding.clears_when).flatten().map(|part| part.question).collect();
    cleared.sort_unstable();
    cleared.dedup();
    differs("because", &case.because, finding.map(|finding| finding.because.clone()).unwrap_or_default())
        .or_else(|| differs("needs", &case.needs, undecided.map(|one| one.needs.clone()).unwrap_or_default()))
        .or_else(|| differs("clears", &case.clears, cleared))
}

pub(super) fn item_cases(content: &Content, rulebook: &Rulebook, item: ItemId, id: &str, cases: &[StateCase]) -> Vec<CaseResult> {
    state_cases(content, rulebook, id, cases, &|assessment| {
        (assessment.item(item).map_or("", |state| state.id()).to_owned(), Vec::new(), Vec::new())
    })
}

pub(super) fn route_cases(content: &Content, rulebook: &Rulebook, cases: &[StateCase]) -> Vec<CaseResult> {
    state_cases(content, rulebook, "route", cases, &|assessment| {
        let route = &assessment.route;
        (rulebook.leads_to(route.step).to_owned(), route.needs.clone(), route.because.clone())
    })
}

pub(super) fn guidance_cases(content: &Content, rulebook: &Rulebook, at: GuidanceId, one: &GuidanceContent) -> Vec<CaseResult> {
    state_cases(content, rulebook, &one.id, &one.cases, &|assessment| {
        let shown = if assessment.guidance.contains(&at) { "shown" } else { "hidden" };
        (shown.to_owned(), Vec::new(), Vec::new())
    })
}

pub(super) fn level_cases(content: &Content, rulebook: &Rulebook) -> Vec<CaseResult> {
    state_cases(content, rulebook, "level", &content.level.cases, &|assessment| {
        (assessment.level.is.id().to_owned(), assessment.level.needs.clone(), assessment.level.because.clone())
    })
}

pub(super) fn relevance_cases(content: &Content, rulebook: &Rulebook) -> Vec<CaseResult> {
    let questions = content.question_cases.iter().enumerate();
    questions
        .flat_map(|(at, cases)| {
            // Where it is not asked, only the cases that name the region speak of it.
            let asked = content.is_asked_in(QuestionId::at(at), rulebook.region);
            played(content, rulebook, at, cases.iter().filter(|case| asked || case.region.is_some()))
        })
        .collect()
}

/// The cases of one question in a region where it should be asked.
pub(super) fn question_cases(content: &Content, rulebook: &Rulebook, at: usize) -> Vec<CaseResult> {
    played(content, rulebook, at, content.question_cases.get(at).into_iter().flatten())
}

fn played<'a>(content: &Content, rulebook: &Rulebook, at: usize, cases: impl Iterator<Item = &'a StateCase>) -> Vec<CaseResult> {
    let id = content.questions.get(at).map_or("", |question| question.id.as_str());
    state_cases(content, rulebook, id, cases, &|assessment: &Assessment| {
        let state = match assessment.relevance.get(at) {
            Some(Truth::Yes) => "relevant",
            Some(Truth::Unknown) => "undecided",
            _ => "not-relevant",
        };
        (state.to_owned(), Vec::new(), Vec::new())
    })
}

/// The state, what it needs, what it rests on.
type Read<'a> = dyn Fn(&Assessment) -> (String, Vec<QuestionId>, Vec<QuestionId>) + 'a;

fn state_cases<'a>(
    content: &Content,
    rulebook: &Rulebook,
    of: &str,
    cases: impl IntoIterator<Item = &'a StateCase>,
    read: &Read,
) -> Vec<CaseResult> {
    let mut wrong = Vec::new();
    for case in cases.into_iter().filter(|case| case.region.is_none_or(|only| only == rulebook.region)) {
        let (state, needs, because) = read(&assessed(rulebook, &case.answers, content.cases_on));
        let mut fail = |message: String| wrong.push(result(of, &case.name, rulebook.region, message, case.place.clone()));
        if state != case.expect {
            fail(format!("expected {}, came {state}", case.expect));
            continue;
        }
        for (what, expected, came) in [("needs", &case.needs, needs), ("because", &case.because, because)] {
            let Some(mut expected) = expected.clone() else { continue };
            expected.sort_unstable();
            if expected != came {
                fail(format!("expected {what} {}, came {}", names(content, &expected), names(content, &came)));
            }
        }
    }
    wrong
}

fn assessed(rulebook: &Rulebook, answers: &Answers, today: Date) -> Assessment {
    assess(rulebook, answers, today)
}

fn result(of: &str, case: &str, region: Region, message: String, place: super::problem::Place) -> CaseResult {
    CaseResult { of: of.to_owned(), case: format!("{case} [{}]", region.id()), message, place }
}

fn names(content: &Content, questions: &[QuestionId]) -> String {
    let ids: Vec<&str> = questions.iter().filter_map(|id| content.questions.get(id.index())).map(|question| question.id.as_str()).collect();
    format!("[{}]", ids.join(", "))
}
