//! Would anyone notice a slip in a rule? Every rule, relevance, item, route and the level table is changed in every small
//! way; each changed rulebook must fail a case of what was changed.

mod changes;

use changes::changes;
pub(super) use changes::without_each_part;

use super::cases::{guidance_cases, item_cases, level_cases, relevance_cases, route_cases, rule_cases};
use super::compile::{Scope, compile};
use super::condition::{Guarded, Subject};
use super::{Content, TestContent};
use crate::rulebook::{GuidanceId, ItemId, Level, Region};
use std::collections::BTreeMap;

/// One small change of the content, and where it must be noticed.
pub struct Mutant {
    /// What was changed: `rule repeated-stays-…`.
    pub of: String,
    /// How.
    pub change: String,
    /// The changed content.
    content: Content,
    /// Whose cases must notice.
    watched: Watched,
}

#[derive(Clone)]
enum Watched {
    Rules(Vec<(usize, Region)>),
    Item(Region, usize),
    Relevance(Vec<Region>),
    Level,
    Route(Region),
    Guidance(usize, Vec<Region>),
}

/// Mutants made and caught, by what they change.
pub type Tally = BTreeMap<String, (usize, usize)>;

/// Mutants no case notices, and the tally of all.
#[must_use]
pub fn survivors(content: &Content) -> (Vec<Mutant>, Tally) {
    let mut tally = Tally::new();
    let mut survivors = Vec::new();
    // Words play no part, and would be copied with every mutant.
    let mut content = content.clone();
    content.words.clear();
    each(&content, &mut |mutant| {
        let caught = mutant.is_noticed();
        let (made, noticed) = tally.entry(mutant.of.clone()).or_default();
        *made += 1;
        *noticed += usize::from(caught);
        if !caught {
            survivors.push(mutant);
        }
    });
    (survivors, tally)
}

impl Mutant {
    fn is_noticed(&self) -> bool {
        let content = &self.content;
        match &self.watched {
            Watched::Rules(rules) => rules.iter().any(|(at, region)| {
                let rulebook = compile(content, *region, Scope::Rule(*at));
                content.rules.get(*at).is_some_and(|rule| !rule_cases(content, &rulebook, rule).is_empty())
            }),
            Watched::Item(region, at) => {
                let rulebook = compile(content, *region, Scope::Item(*at));
                let item = content.regions.get(region).and_then(|region| region.items.get(*at));
                item.is_some_and(|item| !item_cases(content, &rulebook, ItemId::at(0), &item.id, &item.cases).is_empty())
            }
            Watched::Relevance(regions) => {
                let unnoticed = |region: &Region| relevance_cases(content, &compile(content, *region, Scope::Relevance)).is_empty();
                !regions.iter().all(unnoticed)
            }
            Watched::Level => {
                let region = first_region(content);
                !level_cases(content, &compile(content, region, Scope::Level)).is_empty()
            }
            Watched::Guidance(at, regions) => regions.iter().any(|region| {
                let rulebook = compile(content, *region, Scope::Guidance(*at));
                let one = content.guidance.get(*at);
                one.is_some_and(|one| !guidance_cases(content, &rulebook, GuidanceId::at(0), one).is_empty())
            }),
            Watched::Route(region) => {
                let rulebook = compile(content, *region, Scope::Route);
                content.regions.get(region).is_some_and(|of| !route_cases(content, &rulebook, &of.route_cases).is_empty())
            }
        }
    }
}

/// Every mutant, one at a time: each holds a copy of the content.
fn each(content: &Content, all: &mut dyn FnMut(Mutant)) {
    rule_mutants(content, all);
    fact_mutants(content, all);
    relevance_mutants(content, all);
    region_mutants(content, all);
    guidance_mutants(content, all);
    level_mutants(content, all);
}

fn rule_mutants(content: &Content, all: &mut dyn FnMut(Mutant)) {
    for (at, rule) in content.rules.iter().enumerate() {
        let regions: Vec<Region> = rule.stands.keys().copied().filter(|region| content.regions.contains_key(region)).collect();
        let mut add = |change: String, regions: &[Region], edit: &dyn Fn(&mut super::RuleContent)| {
            let mut changed = content.clone();
            if let Some(rule) = changed.rules.get_mut(at) {
                edit(rule);
            }
            let watched = Watched::Rules(regions.iter().map(|region| (at, *region)).collect());
            all(Mutant { of: format!("rule {}", rule.id), change, content: changed, watched });
        };
        match &rule.test {
            TestContent::When(national) => {
                let here: Vec<Region> = regions
                    .iter()
                    .copied()
                    .filter(|region| rule.stands.get(region).is_some_and(|standing| standing.differs.is_none()))
                    .collect();
                for (change, mutant) in changes(content, national) {
                    add(change, &here, &|rule| rule.test = TestContent::When(mutant.clone()));
                }
                for region in &regions {
                    let Some(own) = rule.stands.get(region).and_then(|standing| standing.differs.clone()) else { continue };
                    for (change, mutant) in changes(content, &own) {
                        add(format!("{}: {change}", region.id()), &[*region], &|rule| {
                            if let Some(standing) = rule.stands.get_mut(region) {
                                standing.differs = Some(mutant.clone());
                            }
                        });
                    }
                    add(format!("{}: overlay dropped", region.id()), &[*region], &|rule| {
                        if let Some(standing) = rule.stands.get_mut(region) {
                            standing.differs = None;
                        }
                    });
                }
            }
            TestContent::Item { item, missing, vague } => {
                let flip = |missing: bool, vague: bool| TestContent::Item { item: item.clone(), missing, vague };
                add("missing flipped".to_owned(), &regions, &|rule| rule.test = flip(!missing, *vague));
                // `vague` matters only where an item can be vague at all.
                if regions.iter().any(|region| can_be_vague(content, *region, item)) {
                    add("vague flipped".to_owned(), &regions, &|rule| rule.test = flip(*missing, !vague));
                }
            }
        }
    }
}

fn can_be_vague(content: &Content, region: Region, item: &str) -> bool {
    use crate::rulebook::QuestionKind;
    let items = content.regions.get(&region).map_or(&[] as &[_], |region| region.items.as_slice());
    items.iter().filter(|one| one.id == item).flat_map(|one| &one.questions).filter_map(|id| content.questions.get(id.index())).any(|question| {
        matches!(&question.kind, QuestionKind::Text { vague_words } | QuestionKind::Area { vague_words } if !vague_words.is_empty())
    })
}

fn fact_mutants(content: &Content, all: &mut dyn FnMut(Mutant)) {
    for (at, fact) in content.facts.iter().enumerate() {
        let users: Vec<(usize, Region)> = content
            .rules
            .iter()
            .enumerate()
            .flat_map(|(rule, one)| one.stands.keys().map(move |region| (rule, one, *region)))
            .filter(|(_, rule, region)| {
                content.regions.contains_key(region)
                    && super::compile::condition_in(rule, *region).is_some_and(|condition| reads_fact(content, condition, at))
            })
            .map(|(rule, _, region)| (rule, region))
            .collect();
        let routes = content
            .regions
            .iter()
            .find(|(_, of)| of.routes.iter().any(|route| reads_fact(content, &route.when, at)))
            .map(|(region, _)| *region);
        let watched = match (users.is_empty(), routes) {
            (false, _) => Watched::Rules(users),
            (true, Some(region)) => Watched::Route(region),
            (true, None) => Watched::Relevance(vec![first_region(content)]),
        };
        for (change, mutant) in changes(content, &fact.condition) {
            let mut changed = content.clone();
            if let Some(fact) = changed.facts.get_mut(at) {
                fact.condition = mutant;
            }
            all(Mutant { of: format!("fact {}", fact.id), change, content: changed, watched: watched.clone() });
        }
    }
}

fn reads_fact(content: &Content, condition: &Guarded, fact: usize) -> bool {
    condition.tests().any(|test| match test.subject {
        Subject::Fact(at) => at == fact || content.facts.get(at).is_some_and(|inner| reads_fact(content, &inner.condition, fact)),
        _ => false,
    })
}

fn relevance_mutants(content: &Content, all: &mut dyn FnMut(Mutant)) {
    for (at, (condition, asked_in)) in content.relevance.iter().zip(&content.asked_in).enumerate() {
        let id = content.questions.get(at).map_or("", |question| question.id.as_str());
        let mut add = |change: String, watched: Watched, edit: &dyn Fn(&mut Content)| {
            let mut changed = content.clone();
            edit(&mut changed);
            all(Mutant { of: format!("relevance {id}"), change, content: changed, watched });
        };
        // What is asked in every region is asked alike in all of them.
        let here = asked_in.as_ref().and_then(|regions| regions.iter().find(|region| content.regions.contains_key(region)).copied());
        for (change, mutant) in condition.iter().flat_map(|condition| changes(content, condition)) {
            add(change, Watched::Relevance(vec![here.unwrap_or_else(|| first_region(content))]), &|changed| {
                if let Some(relevance) = changed.relevance.get_mut(at) {
                    *relevance = Some(mutant.clone());
                }
            });
        }
        if asked_in.is_some() {
            add("asked in every region".to_owned(), Watched::Relevance(content.regions()), &|changed| {
                if let Some(asked_in) = changed.asked_in.get_mut(at) {
                    *asked_in = None;
                }
            });
        }
    }
}

fn first_region(content: &Content) -> Region {
    content.regions().first().copied().unwrap_or(Region::Midt)
}

fn region_mutants(content: &Content, all: &mut dyn FnMut(Mutant)) {
    for (region, of_region) in &content.regions {
        for (at, item) in of_region.items.iter().enumerate() {
            let mut add = |change: String, edit: &dyn Fn(&mut super::ItemContent)| {
                let mut changed = content.clone();
                if let Some(item) = changed.regions.get_mut(region).and_then(|region| region.items.get_mut(at)) {
                    edit(item);
                }
                all(Mutant {
                    of: format!("item {} [{}]", item.id, region.id()),
                    change,
                    content: changed,
                    watched: Watched::Item(*region, at),
                });
            };
            if !item.relevant.when.is_empty() || !item.relevant.unless.is_empty() {
                for (change, mutant) in changes(content, &item.relevant) {
                    add(change, &|item| item.relevant = mutant.clone());
                }
                add("always relevant".to_owned(), &|item| item.relevant = Guarded::default());
            }
            if item.questions.len() > 1 {
                add("any and all swapped".to_owned(), &|item| item.all = !item.all);
                for position in 0..item.questions.len() {
                    add(format!("question {} dropped", position + 1), &|item| {
                        item.questions.remove(position);
                    });
                }
            }
        }
        for (at, route) in of_region.routes.iter().enumerate() {
            let mut add = |change: String, edit: &dyn Fn(&mut Vec<super::RouteContent>)| {
                let mut changed = content.clone();
                if let Some(region) = changed.regions.get_mut(region) {
                    edit(&mut region.routes);
                }
                all(Mutant {
                    of: format!("route list [{}]", region.id()),
                    change: format!("step {}: {change}", at + 1),
                    content: changed,
                    watched: Watched::Route(*region),
                });
            };
            if at + 1 == of_region.routes.len() {
                continue;
            }
            for (change, mutant) in changes(content, &route.when) {
                add(change, &|routes| {
                    if let Some(route) = routes.get_mut(at) {
                        route.when = mutant.clone();
                    }
                });
            }
            add("step dropped".to_owned(), &|routes| {
                routes.remove(at);
            });
        }
    }
}

fn guidance_mutants(content: &Content, all: &mut dyn FnMut(Mutant)) {
    for (at, one) in content.guidance.iter().enumerate() {
        let regions: Vec<Region> = content.regions.keys().copied().filter(|region| one.stands_in(*region)).collect();
        for (change, mutant) in changes(content, &one.when) {
            let mut changed = content.clone();
            if let Some(one) = changed.guidance.get_mut(at) {
                one.when = mutant;
            }
            all(Mutant { of: format!("guidance {}", one.id), change, content: changed, watched: Watched::Guidance(at, regions.clone()) });
        }
    }
}

fn level_mutants(content: &Content, all: &mut dyn FnMut(Mutant)) {
    let table = table_of(content);
    let mut add = |change: String, edit: &dyn Fn(&mut super::LevelContent)| {
        let mut changed = content.clone();
        edit(&mut changed.level);
        // The same table said otherwise is no mutant: a gap reads as `unclear`.
        if table_of(&changed) != table {
            all(Mutant { of: "level table".to_owned(), change, content: changed, watched: Watched::Level });
        }
    };
    let level = &content.level;
    for at in 0..level.rows.len() {
        for other in Level::ALL {
            if level.rows.get(at).is_some_and(|row| row.level != other) {
                add(format!("row {}: level {}", at + 1, other.id()), &|level| {
                    if let Some(row) = level.rows.get_mut(at) {
                        row.level = other;
                    }
                });
            }
        }
        add(format!("row {}: competence inverted", at + 1), &|level| {
            if let Some(row) = level.rows.get_mut(at) {
                row.competence = !row.competence;
            }
        });
    }
    // A bound moved: the first row that matches wins, so a wider row takes from the next, a narrower one leaves a gap.
    for at in 0..level.rows.len() {
        for (name, side, end, step) in [
            ("specialist", 0, 0, 1_i8),
            ("specialist", 0, 1, -1),
            ("specialist", 0, 1, 1),
            ("municipal", 1, 0, 1),
            ("municipal", 1, 1, -1),
            ("municipal", 1, 1, 1),
        ] {
            let mut changed = content.clone();
            let Some(row) = changed.level.rows.get_mut(at) else { continue };
            let bounds = if side == 0 { &mut row.specialist } else { &mut row.municipal };
            let Some(bound) = bounds.get_mut(end) else { continue };
            let Some(moved) = bound.checked_add_signed(step) else { continue };
            *bound = moved;
            if table_of(&changed) == table {
                // Beyond the number of factors, or over a row that stood before it: the same table.
                continue;
            }
            let change = format!("row {}: {name} bound {} moved by {step}", at + 1, end + 1);
            all(Mutant { of: "level table".to_owned(), change, content: changed, watched: Watched::Level });
        }
    }
    let mut factors = |change: String, edit: &dyn Fn(&mut super::LevelContent)| {
        let mut changed = content.clone();
        edit(&mut changed.level);
        all(Mutant { of: "level table".to_owned(), change, content: changed, watched: Watched::Level });
    };
    for at in 0..level.specialist.len() {
        factors(format!("specialist factor {} dropped", at + 1), &|level| {
            level.specialist.remove(at);
        });
    }
    for at in 0..level.municipal.len() {
        factors(format!("municipal factor {} dropped", at + 1), &|level| {
            level.municipal.remove(at);
        });
    }
}

/// The level of every combination of signs.
fn table_of(content: &Content) -> Vec<Level> {
    let level = &content.level;
    let mut table = Vec::new();
    for competence in [true, false] {
        for specialist in 0..=level.specialist.len() {
            for municipal in 0..=level.municipal.len() {
                let within = |[low, high]: [u8; 2], signs: usize| usize::from(low) <= signs && signs <= usize::from(high);
                let row = level
                    .rows
                    .iter()
                    .find(|row| row.competence == competence && within(row.specialist, specialist) && within(row.municipal, municipal));
                table.push(row.map_or(Level::Unclear, |row| row.level));
            }
        }
    }
    table
}
