//! The engine as the comparison sees it: answers in, verdict out. The real one, and wrong ones that must be found out.

use super::reference::{Matter, Naive};
use hs_core::answers::{Answer, Answers};
use hs_core::assess::{Change, Truth};
use hs_core::content::Content;
use hs_core::rulebook::diagram::Node;
use hs_core::rulebook::{ItemId, QuestionId, RuleTest, Rulebook};
use hs_core::{Assessment, assess};
use jiff::civil::Date;

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
        Matter::Guidance(one) => {
            let at = rulebook.guidance.iter().position(|known| known.id == one.id).expect("the guidance stands here");
            Box::new(move |rulebook, answers, assessment| {
                let node = rulebook.guidance[at].when;
                let result = rulebook.diagrams.given(&answers.classes(rulebook)).decide(node);
                assert_eq!(assessment.guidance.iter().any(|shown| shown.index() == at), result == Some(1), "{}", rulebook.guidance[at].id);
                Verdict { result, needs: node_needs(rulebook, answers, node), because: None, clears: None }
            })
        }
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
    own.guidance.retain(|one| matches!(matter, Matter::Guidance(kept) if kept.id == one.id));
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

/// Leaves out the branches nothing leads to: assessing goes through them all.
fn without_unused_branches(mut rulebook: Rulebook) -> Rulebook {
    let rules = rulebook.rules.iter_mut().filter_map(|rule| match &mut rule.test {
        RuleTest::When(node) => Some(node),
        _ => None,
    });
    let mut own: Vec<&mut Node> = rules
        .chain(&mut rulebook.relevance)
        .chain(rulebook.items.iter_mut().map(|item| &mut item.relevant))
        .chain(rulebook.guidance.iter_mut().map(|one| &mut one.when))
        .chain([&mut rulebook.level.decision, &mut rulebook.route.decision])
        .collect();
    let roots: Vec<Node> = own.iter().map(|node| **node).collect();
    let (kept, moved) = rulebook.diagrams.only(&roots);
    for (node, moved) in own.iter_mut().zip(moved) {
        **node = moved;
    }
    rulebook.diagrams = kept;
    rulebook
}

/// The rulebook with one item only, its rules, and all relevance.
pub fn only_item(rulebook: &Rulebook, item: usize) -> Rulebook {
    let mut own = rulebook.clone();
    own.rules.retain(|rule| matches!(rule.test, RuleTest::Item { item: of, .. } if of == ItemId::at(item)));
    own.guidance.clear();
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
