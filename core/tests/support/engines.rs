//! The engine as the comparison sees it: answers in, verdict out. The real one, and wrong ones that must be found out.

use super::reference::{Matter, Naive};
use hs_core::answers::{Answer, Answers};
use hs_core::assess::{Change, Truth};
use hs_core::content::Content;
use hs_core::rulebook::diagram::Node;
use hs_core::rulebook::{ItemId, QuestionId, Rulebook};
use hs_core::{Assessment, assess};
use jiff::civil::Date;
use serde_json::{Value, json};

/// What an engine says of a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The result; none while undecided.
    pub result: Option<usize>,
    /// What can still change it.
    pub needs: Vec<QuestionId>,
    /// What it rests on; none where the engine does not say.
    pub because: Option<Vec<QuestionId>>,
    /// What clears it, where it is a rule that holds.
    pub clears: Option<Vec<Change>>,
}

/// Any engine.
pub type Engine<'a> = Box<dyn Fn(&Answers) -> Verdict + Send + Sync + 'a>;

/// The real engine, on a rulebook that holds nothing but the matter.
pub fn real<'a>(rulebook: &Rulebook, matter: Matter<'a>) -> Engine<'a> {
    let own = only(rulebook, matter);
    let read = read_of(&own, matter);
    Box::new(move |answers| read(&own, answers, &assess(&own, answers, Date::MAX)))
}

type Read = Box<dyn Fn(&Rulebook, &Answers, &Assessment) -> Verdict + Send + Sync>;

/// How a matter is read from an assessment; for whole assessments too.
pub fn read_of(rulebook: &Rulebook, matter: Matter<'_>) -> Read {
    match matter {
        Matter::Rule(rule) => {
            let at = rulebook.rules.iter().position(|one| one.id == rule.id).expect("the rule stands here");
            Box::new(move |_, _, assessment| {
                let finding = assessment.findings.iter().find(|finding| finding.rule.index() == at);
                let undecided = assessment.undecided.iter().find(|one| one.rule.index() == at);
                Verdict {
                    result: if undecided.is_some() { None } else { Some(usize::from(finding.is_some())) },
                    needs: undecided.map(|one| one.needs.clone()).unwrap_or_default(),
                    because: finding.map(|finding| finding.because.clone()),
                    clears: finding.map(|finding| finding.clears_when.clone()),
                }
            })
        }
        Matter::Relevance(question) => Box::new(move |rulebook, answers, assessment| {
            let result = match assessment.relevance[question.index()] {
                Truth::Yes => Some(1),
                Truth::No => Some(0),
                Truth::Unknown => None,
            };
            Verdict { result, needs: node_needs(rulebook, answers, rulebook.relevance[question.index()]), because: None, clears: None }
        }),
        Matter::Level => Box::new(|_, _, assessment| {
            let level = &assessment.level;
            let decided = level.needs.is_empty();
            Verdict {
                result: decided.then_some(level.is as usize),
                needs: level.needs.clone(),
                because: decided.then(|| level.because.clone()),
                clears: None,
            }
        }),
        Matter::Route => Box::new(|_, _, assessment| {
            let route = &assessment.route;
            Verdict { result: route.step, needs: route.needs.clone(), because: route.step.map(|_| route.because.clone()), clears: None }
        }),
        Matter::Item(_) => panic!("items have states: see `items`"),
    }
}

fn node_needs(rulebook: &Rulebook, answers: &Answers, node: Node) -> Vec<QuestionId> {
    rulebook.diagrams.given(&answers.classes(rulebook)).needs(node)
}

/// The rulebook without all else: it is assessed millions of times. Tables of questions, classes and diagrams stay whole.
pub fn only(rulebook: &Rulebook, matter: Matter<'_>) -> Rulebook {
    let mut own = rulebook.clone();
    let keep = |here: bool, node: Node| if here { node } else { Node::YES };
    own.items.clear();
    own.rules.retain(|rule| matches!(matter, Matter::Rule(one) if one.id == rule.id));
    for rule in &mut own.rules {
        // On any day, withdrawn rules too.
        (rule.since, rule.until) = (Date::MIN.into(), None);
    }
    for (at, node) in own.relevance.iter_mut().enumerate() {
        *node = keep(matches!(matter, Matter::Relevance(question) if question.index() == at), *node);
    }
    own.level.decision = keep(matches!(matter, Matter::Level), own.level.decision);
    own.route.decision = keep(matches!(matter, Matter::Route), own.route.decision);
    without_unused_branches(own)
}

/// Leaves out the branches nothing leads to: assessing goes through them all. By way of JSON, since a rulebook's diagrams
/// cannot be changed from outside.
fn without_unused_branches(rulebook: Rulebook) -> Rulebook {
    const RESULTS: u64 = 64;
    let mut written = serde_json::to_value(&rulebook).expect("a rulebook can be written");
    let branches = written["diagrams"]["branches"].as_array().expect("a list").clone();
    let branch_of = |node: &Value| node.as_u64().and_then(|node| node.checked_sub(RESULTS)).map(|at| at as usize);
    let mut used = vec![false; branches.len()];
    let own = &written;
    let roots = own["relevance"].as_array().into_iter().flatten().chain([&own["level"]["decision"], &own["route"]["decision"]]);
    let roots = roots.chain(own["rules"].as_array().into_iter().flatten().map(|rule| &rule["test"]["When"]));
    let roots = roots.chain(own["items"].as_array().into_iter().flatten().map(|item| &item["relevant"]));
    let mut stack: Vec<usize> = roots.filter_map(branch_of).collect();
    while let Some(at) = stack.pop() {
        if !std::mem::replace(&mut used[at], true) {
            stack.extend(branches[at]["next"].as_array().into_iter().flatten().filter_map(branch_of));
        }
    }
    let moved = |node: &mut Value| {
        if let Some(at) = branch_of(node) {
            *node = json!(RESULTS + used[..at].iter().filter(|used| **used).count() as u64);
        }
    };
    let each = |list: &mut Value, change: &dyn Fn(&mut Value)| list.as_array_mut().into_iter().flatten().for_each(change);
    let mut kept: Vec<Value> = branches.into_iter().zip(&used).filter(|(_, used)| **used).map(|(branch, _)| branch).collect();
    kept.iter_mut().for_each(|branch| each(&mut branch["next"], &moved));
    written["diagrams"]["branches"] = Value::Array(kept);
    each(&mut written["relevance"], &moved);
    each(&mut written["items"], &|item| moved(&mut item["relevant"]));
    each(&mut written["rules"], &|rule| {
        if let Some(node) = rule["test"].get_mut("When") {
            moved(node);
        }
    });
    moved(&mut written["level"]["decision"]);
    moved(&mut written["route"]["decision"]);
    serde_json::from_value(written).expect("a rulebook can be read")
}

/// The rulebook with one item only, its rules, and all relevance.
pub fn only_item(rulebook: &Rulebook, item: usize) -> Rulebook {
    let mut own = rulebook.clone();
    own.rules.retain(|rule| matches!(rule.test, hs_core::rulebook::RuleTest::Item { item: of, .. } if of == ItemId::at(item)));
    (own.level.decision, own.route.decision) = (Node::YES, Node::YES);
    without_unused_branches(own)
}

/// Wrong: what is not answered is taken for a no.
pub fn unknown_is_no<'a>(content: &'a Content, naive: &'a Naive<'a>, matter: Matter<'a>) -> Engine<'a> {
    // The class of a question whose answer no test fits; where there is none, the last.
    let none_fits: Vec<usize> = naive
        .classes
        .iter()
        .map(|classes| classes.iter().position(|class| class.fits_nothing()).unwrap_or(classes.len().max(1) - 1))
        .collect();
    Box::new(move |answers| {
        let classes: Vec<usize> = (0..content.questions.len())
            .map(|at| {
                let question = QuestionId::at(at);
                let given = answers.get(question).filter(|answer| **answer != Answer::Unknown);
                given.and_then(|answer| naive.class(question, answer)).unwrap_or(none_fits[at])
            })
            .collect();
        Verdict { result: Some(naive.result(matter, &classes)), needs: Vec::new(), because: None, clears: None }
    })
}

/// Wrong: the real engine with its verdict changed.
pub fn spoiled<'a>(engine: Engine<'a>, spoil: impl Fn(&Answers, &mut Verdict) + Send + Sync + 'a) -> Engine<'a> {
    Box::new(move |answers| {
        let mut verdict = engine(answers);
        spoil(answers, &mut verdict);
        verdict
    })
}
