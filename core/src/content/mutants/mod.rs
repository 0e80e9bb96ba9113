//! Would anyone notice a slip in a rule? Every rule, relevance, item, route and the level table is changed in every small
//! way; each changed rulebook must fail a case of what was changed.

mod changes;
mod facts;
mod guidance;
mod level;
mod questions;
mod regions;
mod rules;

use changes::changes;
pub(super) use changes::without_each_part;

use super::cases::{guidance_cases, item_cases, level_cases, question_cases, relevance_cases, route_cases, rule_cases};
use super::compile::{Scope, compile};
use super::{Content, GuidanceContent};
use crate::rulebook::{GuidanceId, ItemId, Region};
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
    /// The cases of every question's relevance, as they are played in a region.
    Relevance(Region),
    /// The cases of one question that are played in a region where it is asked.
    Asked(usize, Region),
    Level,
    Route(Region),
    Guidance(usize, Vec<Region>),
    /// One of these at least.
    Any(Vec<Watched>),
}

/// Mutants made and caught, by what they change.
pub type Tally = BTreeMap<String, (usize, usize)>;

/// Mutants no case notices, and the tally of all.
#[must_use]
pub fn survivors(content: &Content) -> (Vec<Mutant>, Tally) {
    survivors_of(content, &|_| true)
}

/// The same of some of the mutants only, chosen by what they change.
#[must_use]
pub fn survivors_of(content: &Content, chosen: &dyn Fn(&str) -> bool) -> (Vec<Mutant>, Tally) {
    let mut tally = Tally::new();
    let mut survivors = Vec::new();
    // Words play no part, and would be copied with every mutant.
    let mut content = content.clone();
    content.words.clear();
    let mut tried = |mutant: Mutant| {
        let caught = mutant.is_noticed();
        let (made, noticed) = tally.entry(mutant.of.clone()).or_default();
        *made += 1;
        *noticed += usize::from(caught);
        if !caught {
            survivors.push(mutant);
        }
    };
    each(&content, &mut Tries { chosen, tried: &mut tried });
    (survivors, tally)
}

impl Mutant {
    fn is_noticed(&self) -> bool {
        self.watched.notice(&self.content)
    }
}

impl Watched {
    /// Whether a case of what is watched comes out otherwise than it says.
    fn notice(&self, content: &Content) -> bool {
        match self {
            Watched::Rules(rules) => rules.iter().any(|(at, region)| {
                let rulebook = compile(content, *region, Scope::Rule(*at));
                content.rules.get(*at).is_some_and(|rule| !rule_cases(content, &rulebook, rule).is_empty())
            }),
            Watched::Item(region, at) => {
                let rulebook = compile(content, *region, Scope::Item(*at));
                let item = content.regions.get(region).and_then(|region| region.items.get(*at));
                item.is_some_and(|item| !item_cases(content, &rulebook, ItemId::at(0), &item.id, &item.cases).is_empty())
            }
            Watched::Relevance(region) => !relevance_cases(content, &compile(content, *region, Scope::Relevance)).is_empty(),
            Watched::Asked(at, region) => !question_cases(content, &compile(content, *region, Scope::Relevance), *at).is_empty(),
            Watched::Any(watched) => watched.iter().any(|one| one.notice(content)),
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

/// What is to be tried, and what is done with each mutant: one at a time, since each holds a copy of the content.
struct Tries<'a> {
    chosen: &'a dyn Fn(&str) -> bool,
    tried: &'a mut dyn FnMut(Mutant),
}

impl Tries<'_> {
    /// Whether slips in this are to be tried.
    fn wants(&self, of: &str) -> bool {
        (self.chosen)(of)
    }

    fn one(&mut self, mutant: Mutant) {
        (self.tried)(mutant);
    }
}

/// Every mutant.
fn each(content: &Content, all: &mut Tries<'_>) {
    rules::mutants(content, all);
    facts::mutants(content, all);
    questions::mutants(content, all);
    regions::mutants(content, all);
    guidance::mutants(content, all);
    level::mutants(content, all);
}

fn first_region(content: &Content) -> Region {
    content.regions().first().copied().unwrap_or(Region::Midt)
}

/// The regions with content where a piece of guidance stands.
fn regions_of(content: &Content, one: &GuidanceContent) -> Vec<Region> {
    content.regions.keys().copied().filter(|region| one.stands_in(*region)).collect()
}
