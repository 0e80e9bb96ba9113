//! What the answers mean.
//!
//! Pure: no clock, no storage, no randomness. The same rulebook, answers and day give the same assessment, in the same
//! order. Assessing cannot fail. Unknown is not no: a rule holds, fails, or is undecided and says what it needs.

mod checklist;
mod explain;
mod lacking;

pub use checklist::ItemState;
pub use explain::{Change, Part};

use crate::answers::{Answer, Answers};
use crate::listed::Listed;
use crate::rulebook::diagram::{Given, Known, Node};
use crate::rulebook::{Day, GuidanceId, ItemId, Level, QuestionId, QuestionKind, QuestionSet, RuleId, RuleKind, RuleTest, Rulebook};
use jiff::civil::Date;

/// Yes, no, or not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// In every completion of the answers.
    Yes,
    /// In none.
    No,
    /// It depends on what is not answered.
    Unknown,
}

impl Truth {
    fn of(result: Option<usize>) -> Self {
        match result {
            Some(0) => Truth::No,
            Some(_) => Truth::Yes,
            None => Truth::Unknown,
        }
    }
}

/// What the answers mean under one region's rulebook on one day. Ids only; words come in `summary` and on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The rules that hold: by kind, then content order.
    pub findings: Vec<Finding>,
    /// The rules that depend on what is not answered.
    pub undecided: Vec<Undecided>,
    /// Unanswered relevant questions: those that most undecided rules need first, then content order.
    pub open: Vec<QuestionId>,
    /// Every item of the receiver's checklist with its state.
    pub checklist: Vec<(ItemId, ItemState)>,
    /// The level of care the factors point to; advice.
    pub level: LevelResult,
    /// Where the referral goes.
    pub route: RouteResult,
    /// What the sources tell of this situation, in the order it is shown. It finds and decides nothing.
    pub guidance: Vec<GuidanceId>,
    /// Whether each question is relevant, by question.
    pub relevance: Vec<Truth>,
}

/// A rule that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// Its kind.
    pub kind: RuleKind,
    /// The answers it rests on: enough to give it again, and none to spare.
    pub because: Vec<QuestionId>,
    /// The smallest changes that clear it, as alternatives.
    pub clears_when: Vec<Change>,
}

/// A rule that neither holds nor fails yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Undecided {
    /// The rule.
    pub rule: RuleId,
    /// The questions on which two completions of the answers can differ.
    pub needs: Vec<QuestionId>,
}

/// The level of care.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelResult {
    /// The level; `Unclear` also while open factors can still change it.
    pub is: Level,
    /// The answers it rests on.
    pub because: Vec<QuestionId>,
    /// The factors that can still change it.
    pub needs: Vec<QuestionId>,
}

/// Where the referral goes.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteResult {
    /// The step of the region's route list that decides; none while open answers can still change it.
    pub step: Option<usize>,
    /// The answers it rests on.
    pub because: Vec<QuestionId>,
    /// What can still change it.
    pub needs: Vec<QuestionId>,
}

/// Assesses the answers. Total: any answers valid for the rulebook's questions, any day.
#[must_use]
pub fn assess(rulebook: &Rulebook, answers: &Answers, today: Date) -> Assessment {
    let (view, today) = (View::of(rulebook, answers), Day::from(today));
    let mut findings = Vec::new();
    let mut undecided = Vec::new();
    let mut wanted = vec![0_u32; rulebook.questions.len()];
    for (index, rule) in rulebook.rules.iter().enumerate() {
        if today < rule.since || rule.until.is_some_and(|until| until <= today) {
            continue;
        }
        let id = RuleId::at(index);
        match view.truth_of(&rule.test) {
            Truth::Yes => {
                let because = view.because(&rule.test);
                let clears_when = view.clears_when(&rule.test, &because);
                // Rules come in content order: after those of the same kind.
                let place = findings.partition_point(|other: &Finding| other.kind <= rule.kind);
                findings.insert(place, Finding { rule: id, kind: rule.kind, because, clears_when });
            }
            Truth::Unknown => {
                let needs = view.needs(&rule.test);
                for question in &needs {
                    if let Some(count) = wanted.get_mut(question.index()) {
                        *count += 1;
                    }
                }
                undecided.push(Undecided { rule: id, needs });
            }
            Truth::No => {}
        }
    }
    let checklist = (0..rulebook.items.len()).map(ItemId::at).map(|item| (item, view.item_state(item))).listed();
    let (level, route) = (view.level(), view.route());
    let open = view.open(&wanted);
    let mut guidance = Vec::new();
    for (index, one) in rulebook.guidance.iter().enumerate() {
        if Truth::of(view.decide(one.when)) == Truth::Yes {
            guidance.push(GuidanceId::at(index));
        }
    }
    Assessment { findings, undecided, open, checklist, level, route, guidance, relevance: view.relevance }
}

/// The answers as a rulebook sees them, read once.
struct View<'a> {
    rulebook: &'a Rulebook,
    answers: &'a Answers,
    /// The class of every answer.
    known: Known,
    given: Given,
    relevance: Vec<Truth>,
}

impl<'a> View<'a> {
    fn of(rulebook: &'a Rulebook, answers: &'a Answers) -> Self {
        let known = answers.classes(rulebook);
        let given = rulebook.diagrams.given(&known);
        let relevance = rulebook.relevance.iter().map(|node| Truth::of(given.decide(*node))).listed();
        Self { rulebook, answers, known, given, relevance }
    }

    fn relevance(&self, question: QuestionId) -> Truth {
        self.relevance.get(question.index()).copied().unwrap_or(Truth::No)
    }

    fn decide(&self, node: Node) -> Option<usize> {
        self.given.decide(node)
    }

    fn truth_of(&self, test: &RuleTest) -> Truth {
        match test {
            RuleTest::When(node) => Truth::of(self.decide(*node)),
            RuleTest::Item { item, missing, vague } => match self.item_state(*item) {
                ItemState::Missing if *missing => Truth::Yes,
                ItemState::Vague if *vague => Truth::Yes,
                ItemState::Undecided | ItemState::AnsweredUnknown => Truth::Unknown,
                _ => Truth::No,
            },
        }
    }

    fn level(&self) -> LevelResult {
        let node = self.rulebook.level.decision;
        match self.decide(node) {
            Some(result) => LevelResult {
                is: Level::ALL.get(result).copied().unwrap_or(Level::Unclear),
                because: self.minimal(node, result),
                needs: Vec::new(),
            },
            None => LevelResult { is: Level::Unclear, because: Vec::new(), needs: self.node_needs(node) },
        }
    }

    fn route(&self) -> RouteResult {
        let node = self.rulebook.route.decision;
        match self.decide(node) {
            Some(step) => RouteResult { step: Some(step), because: self.minimal(node, step), needs: Vec::new() },
            None => RouteResult { step: None, because: Vec::new(), needs: self.node_needs(node) },
        }
    }

    fn open(&self, wanted: &[u32]) -> Vec<QuestionId> {
        let wanted = |id: QuestionId| wanted.get(id.index()).copied().unwrap_or(0);
        let (mut open, spared) = (Vec::new(), self.on_the_other_scale());
        for (id, _) in self.rulebook.all_questions() {
            let is_asked = !self.rulebook.is_door(id) && self.relevance(id) == Truth::Yes;
            if is_asked && self.answers.get(id).is_none() && !spared.contains(id) {
                // Questions come in content order: after those that are wanted as much.
                let place = open.partition_point(|other| wanted(*other) >= wanted(id));
                open.insert(place, id);
            }
        }
        open
    }

    /// The questions whose number is given on the wider or the narrower scale: one of the two is enough.
    fn on_the_other_scale(&self) -> QuestionSet {
        let is_given = |id| matches!(self.answers.get(id), Some(Answer::Number(_)));
        let mut spared = QuestionSet::new();
        for (narrow, question) in self.rulebook.all_questions() {
            if let QuestionKind::Number { above: Some(wide), .. } = question.kind {
                if is_given(wide) {
                    spared.insert(narrow);
                }
                if is_given(narrow) {
                    spared.insert(wide);
                }
            }
        }
        spared
    }

    fn is_unknown(&self, question: QuestionId) -> bool {
        self.answers.get(question) == Some(&Answer::Unknown)
    }
}

impl Assessment {
    /// The finding of a rule, if it holds.
    #[must_use]
    pub fn finding(&self, rule: RuleId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.rule == rule)
    }

    /// Whether a question is relevant.
    #[must_use]
    pub fn is_relevant(&self, question: QuestionId) -> bool {
        self.relevance.get(question.index()) == Some(&Truth::Yes)
    }

    /// The state of an item.
    #[must_use]
    pub fn item(&self, item: ItemId) -> Option<ItemState> {
        self.checklist.iter().find(|(id, _)| *id == item).map(|(_, state)| *state)
    }
}
