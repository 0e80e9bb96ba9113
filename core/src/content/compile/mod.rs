//! Content -> one region's rulebook: what the tests tell apart, and every condition as a diagram.

mod level;
mod samples;

use super::condition::{Condition, Guarded, Subject, Test};
use super::{Content, GuidanceContent, ItemContent, RuleContent, TestContent};
use crate::rulebook::classes::{Classifier, Predicate};
use crate::rulebook::diagram::{Builder, Node};
use crate::rulebook::{
    Day, Guidance, Item, ItemId, LevelTable, OptionId, QuestionId, Region, RouteStep, RouteTable, Rule, RuleTest, Rulebook,
};

/// How much of a region to compile: everything, or only what one kind of case reads (the mutants compile thousands).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    All,
    /// One rule, by position in `Content::rules`.
    Rule(usize),
    /// One checklist item, by position.
    Item(usize),
    /// Only what questions are relevant.
    Relevance,
    /// Only the level.
    Level,
    /// Only the route.
    Route,
    /// One piece of guidance, by position in `Content::guidance`.
    Guidance(usize),
}

/// Compiles a region's rulebook. A region without content gives an empty one.
#[must_use]
pub fn compile(content: &Content, region: Region, scope: Scope) -> Rulebook {
    let mut compiler = Compiler::new(content, Some(region));
    compiler.gather(region, scope);
    compiler.classify();
    compiler.rulebook(region, scope)
}

/// Compiles single conditions with one set of classes, so that their nodes can be compared: as they mean in a region, or
/// (none) as if every question were asked.
pub(super) fn nodes(content: &Content, region: Option<Region>, conditions: &[&Guarded]) -> Vec<Node> {
    let mut compiler = Compiler::new(content, region);
    for condition in conditions {
        compiler.gather_guarded(condition);
    }
    compiler.gather_relevance();
    compiler.classify();
    conditions.iter().map(|condition| compiler.guarded(condition)).collect()
}

use samples::classifier;

struct Compiler<'a> {
    content: &'a Content,
    region: Option<Region>,
    builder: Builder,
    predicates: Vec<Vec<Predicate>>,
    classifiers: Vec<Classifier>,
    relevance: Vec<Option<Node>>,
    facts: Vec<Option<Node>>,
    level: Option<Node>,
    seen_facts: Vec<bool>,
}

impl<'a> Compiler<'a> {
    fn new(content: &'a Content, region: Option<Region>) -> Self {
        Self {
            content,
            region,
            builder: Builder::default(),
            predicates: vec![Vec::new(); content.questions.len()],
            classifiers: Vec::new(),
            relevance: vec![None; content.questions.len()],
            facts: vec![None; content.facts.len()],
            level: None,
            seen_facts: vec![false; content.facts.len()],
        }
    }

    fn items(&self, region: Region, scope: Scope) -> Vec<&'a ItemContent> {
        let all = self.content.regions.get(&region).map_or(&[] as &[ItemContent], |region| &region.items);
        match scope {
            Scope::All => all.iter().collect(),
            Scope::Item(at) => all.get(at).into_iter().collect(),
            Scope::Rule(at) => match self.content.rules.get(at).map(|rule| &rule.test) {
                Some(TestContent::Item { item, .. }) => all.iter().filter(|one| one.id == *item).collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn rules(&self, region: Region, scope: Scope) -> Vec<&'a RuleContent> {
        let rules = self.content.rules.iter().enumerate();
        rules
            .filter(|(at, rule)| rule.stands.contains_key(&region) && (scope == Scope::All || scope == Scope::Rule(*at)))
            .map(|(_, rule)| rule)
            .collect()
    }

    fn guidance(&self, region: Region, scope: Scope) -> Vec<&'a GuidanceContent> {
        let guidance = self.content.guidance.iter().enumerate();
        guidance
            .filter(|(at, one)| one.stands_in(region) && (scope == Scope::All || scope == Scope::Guidance(*at)))
            .map(|(_, one)| one)
            .collect()
    }

    fn gather(&mut self, region: Region, scope: Scope) {
        self.gather_relevance();
        for rule in self.rules(region, scope) {
            if let Some(condition) = condition_in(rule, region) {
                self.gather_guarded(condition);
            }
        }
        for item in self.items(region, scope) {
            self.gather_guarded(&item.relevant);
        }
        for one in self.guidance(region, scope) {
            self.gather_guarded(&one.when);
        }
        if matches!(scope, Scope::All | Scope::Level) {
            self.gather_level();
        }
        if matches!(scope, Scope::All | Scope::Route) {
            for route in self.content.regions.get(&region).iter().flat_map(|region| &region.routes) {
                self.gather_guarded(&route.when);
            }
        }
    }

    fn gather_relevance(&mut self) {
        for condition in self.content.relevance.iter().flatten() {
            self.gather_guarded(condition);
        }
    }

    fn gather_guarded(&mut self, condition: &Guarded) {
        for test in condition.tests() {
            match &test.subject {
                Subject::Question { question, predicate, .. } => self.gather_predicate(*question, predicate),
                Subject::Fact(fact) => {
                    if let Some(seen) = self.seen_facts.get_mut(*fact)
                        && !std::mem::replace(seen, true)
                        && let Some(fact) = self.content.facts.get(*fact)
                    {
                        self.gather_guarded(&fact.condition);
                    }
                }
                Subject::Level(_) => self.gather_level(),
            }
        }
    }

    fn gather_level(&mut self) {
        let level = &self.content.level;
        let yes = Predicate::OneOf(vec![OptionId::at(0)]);
        for factor in [level.competence].iter().chain(&level.specialist).chain(&level.municipal) {
            self.gather_predicate(*factor, &yes);
        }
    }

    fn gather_predicate(&mut self, question: QuestionId, predicate: &Predicate) {
        if let Some(known) = self.predicates.get_mut(question.index())
            && !known.contains(predicate)
        {
            known.push(predicate.clone());
        }
    }

    fn classify(&mut self) {
        let pairs = self.content.questions.iter().zip(&self.predicates);
        self.classifiers = pairs.map(|(question, predicates)| classifier(question, predicates)).collect();
    }

    fn guarded(&mut self, guarded: &Guarded) -> Node {
        let when = self.condition(&guarded.when, Node::YES);
        let unless = self.condition(&guarded.unless, Node::NO);
        let not_unless = self.builder.not(unless);
        self.builder.and(when, not_unless)
    }

    fn condition(&mut self, condition: &Condition, empty: Node) -> Node {
        if condition.is_empty() {
            return empty;
        }
        let mut all = Node::YES;
        for test in &condition.all {
            let node = self.test(test);
            all = self.builder.and(all, node);
        }
        if condition.any.is_empty() {
            return all;
        }
        let mut any = Node::NO;
        for test in &condition.any {
            let node = self.test(test);
            any = self.builder.or(any, node);
        }
        self.builder.and(all, any)
    }

    fn test(&mut self, test: &Test) -> Node {
        match &test.subject {
            Subject::Question { question, predicate, kept } => {
                let answer = self.predicate(*question, predicate, test.negated);
                if *kept {
                    return answer;
                }
                let relevant = self.relevant(*question);
                self.builder.and(relevant, answer)
            }
            Subject::Fact(fact) => {
                let node = self.fact(*fact);
                if test.negated { self.builder.not(node) } else { node }
            }
            Subject::Level(level) => {
                let table = self.level();
                let node = self.is_level(table, *level);
                if test.negated { self.builder.not(node) } else { node }
            }
        }
    }

    fn predicate(&mut self, question: QuestionId, predicate: &Predicate, negated: bool) -> Node {
        let Some(classifier) = self.classifiers.get(question.index()) else { return Node::NO };
        let Some(at) = classifier.predicates.iter().position(|known| known == predicate) else { return Node::NO };
        let next = (0..classifier.classes.len())
            .map(|class| if classifier.holds_in(at, class) != negated { Node::YES } else { Node::NO })
            .collect();
        self.builder.branch_on(question, next)
    }

    fn relevant(&mut self, question: QuestionId) -> Node {
        if let Some(Some(node)) = self.relevance.get(question.index()) {
            return *node;
        }
        let condition = self.content.relevance.get(question.index()).and_then(Option::as_ref);
        let node = match condition {
            _ if self.region.is_some_and(|region| !self.content.is_asked_in(question, region)) => Node::NO,
            Some(condition) => self.guarded(condition),
            None => Node::YES,
        };
        if let Some(place) = self.relevance.get_mut(question.index()) {
            *place = Some(node);
        }
        node
    }

    fn fact(&mut self, fact: usize) -> Node {
        if let Some(Some(node)) = self.facts.get(fact) {
            return *node;
        }
        let node = self.content.facts.get(fact).map_or(Node::NO, |fact| self.guarded(&fact.condition));
        if let Some(place) = self.facts.get_mut(fact) {
            *place = Some(node);
        }
        node
    }

    fn route(&mut self, region: Region) -> Node {
        let routes = self.content.regions.get(&region).map_or(&[] as &[_], |region| region.routes.as_slice());
        let mut decision = Node::result(routes.len().saturating_sub(1));
        for (step, route) in routes.iter().enumerate().rev().skip(1) {
            let when = self.guarded(&route.when);
            decision = self.builder.choose(when, Node::result(step), decision);
        }
        decision
    }

    fn rulebook(mut self, region: Region, scope: Scope) -> Rulebook {
        let questions = (0..self.content.questions.len()).map(QuestionId::at);
        let relevance: Vec<Node> = questions.map(|question| self.relevant(question)).collect();
        let (items, rules, guidance) = (self.items(region, scope), self.rules(region, scope), self.guidance(region, scope));
        let item_nodes: Vec<Node> = items.iter().map(|item| self.guarded(&item.relevant)).collect();
        let rule_nodes: Vec<Node> =
            rules.iter().map(|rule| condition_in(rule, region).map_or(Node::NO, |condition| self.guarded(condition))).collect();
        let guidance_nodes: Vec<Node> = guidance.iter().map(|one| self.guarded(&one.when)).collect();
        let level = if matches!(scope, Scope::All | Scope::Level) { self.level() } else { Node::result(3) };
        let route = if matches!(scope, Scope::All | Scope::Route) { self.route(region) } else { Node::NO };
        let conditions = [&relevance, &item_nodes, &rule_nodes, &guidance_nodes].into_iter().flatten();
        let roots: Vec<Node> = conditions.copied().chain([level, route]).collect();
        let (diagrams, roots) = self.builder.finish(&roots);
        let mut roots = roots.into_iter();
        let mut take = |count: usize| roots.by_ref().take(count).collect::<Vec<Node>>();
        let (relevance, item_nodes, rule_nodes) = (take(relevance.len()), take(items.len()), take(rules.len()));
        let guidance_nodes = take(guidance.len());
        let (level, route) = (take(1), take(1));
        let content = self.content;
        let of_region = content.regions.get(&region);
        let steps = of_region.map_or(&[] as &[_], |region| region.routes.as_slice());
        Rulebook {
            region,
            version: content.version.clone(),
            review: content.review.clone(),
            sections: content.sections.clone(),
            questions: content.questions.clone(),
            classifiers: self.classifiers,
            diagrams,
            relevance,
            rules: rules.iter().zip(rule_nodes).filter_map(|(rule, node)| finished_rule(rule, node, region, &items)).collect(),
            items: items.iter().zip(item_nodes).map(|(item, node)| finished_item(item, node)).collect(),
            level: LevelTable {
                competence: content.level.competence,
                specialist: content.level.specialist.clone(),
                municipal: content.level.municipal.clone(),
                decision: level.first().copied().unwrap_or(Node::result(3)),
                sources: content.level.sources.clone(),
                basis: content.level.basis,
            },
            route: RouteTable {
                steps: steps
                    .iter()
                    .map(|step| RouteStep { to: u16::try_from(step.to).unwrap_or(0), sources: step.sources.clone(), basis: step.basis })
                    .collect(),
                decision: route.first().copied().unwrap_or(Node::NO),
                destinations: content.destinations.clone(),
            },
            guidance: guidance.iter().zip(guidance_nodes).map(|(one, node)| finished_guidance(one, node)).collect(),
            codes: content.codes.clone(),
            refusals: content.refusals.clone(),
            sources: super::sources::shown(content),
            layouts: of_region.map(|region| region.layouts.clone()).unwrap_or_default(),
            lead: content.lead.clone(),
            checklist_sources: of_region.map(|region| region.sources.clone()).unwrap_or_default(),
        }
    }
}

/// The condition of a rule in a region, the region's own where it differs.
#[must_use]
pub(super) fn condition_in(rule: &RuleContent, region: Region) -> Option<&Guarded> {
    match (&rule.test, rule.stands.get(&region)?.differs.as_ref()) {
        (TestContent::When(_), Some(own)) => Some(own),
        (TestContent::When(national), None) => Some(national),
        (TestContent::Item { .. }, _) => None,
    }
}

fn finished_rule(rule: &RuleContent, node: Node, region: Region, items: &[&ItemContent]) -> Option<Rule> {
    let standing = rule.stands.get(&region)?;
    let test = match &rule.test {
        TestContent::When(_) => RuleTest::When(node),
        TestContent::Item { item, missing, vague } => {
            let item = ItemId::at(items.iter().position(|one| one.id == *item)?);
            RuleTest::Item { item, missing: *missing, vague: *vague }
        }
    };
    Some(Rule {
        id: rule.id.clone(),
        kind: rule.kind,
        since: rule.since.into(),
        until: rule.until.map(Day::from),
        basis: standing.basis,
        sources: standing.sources.clone(),
        test,
        goes_to: rule.goes_to,
    })
}

fn finished_guidance(one: &GuidanceContent, when: Node) -> Guidance {
    Guidance {
        id: one.id.clone(),
        kind: one.kind,
        valid_until: one.valid_until.map(Day::from),
        basis: one.basis,
        sources: one.sources.clone(),
        when,
    }
}

fn finished_item(item: &ItemContent, relevant: Node) -> Item {
    Item {
        id: item.id.clone(),
        number: item.number.clone(),
        questions: item.questions.clone(),
        all: item.all,
        relevant,
        sources: item.sources.clone(),
        basis: item.basis,
    }
}
