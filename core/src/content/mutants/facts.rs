//! Slips in a named condition, noticed by the cases of what reads it.

use super::{Mutant, Tries, Watched, changes};
use crate::content::Content;
use crate::content::compile::condition_in;
use crate::content::condition::{Guarded, Subject};
use crate::rulebook::Region;

/// Every slip in every fact.
pub(super) fn mutants(content: &Content, tries: &mut Tries<'_>) {
    for (at, fact) in content.facts.iter().enumerate() {
        let of = format!("fact {}", fact.id);
        if !tries.wants(&of) {
            continue;
        }
        let watched = readers(content, at);
        for (change, mutant) in changes(content, None, &fact.condition) {
            let mut changed = content.clone();
            if let Some(fact) = changed.facts.get_mut(at) {
                fact.condition = mutant;
            }
            tries.one(Mutant { of: of.clone(), change, content: changed, watched: watched.clone() });
        }
    }
}

/// What must notice: the rules that read it; where there is none the routes; then guidance, items and the relevance of questions.
fn readers(content: &Content, fact: usize) -> Watched {
    let reads = |condition: &Guarded| reads_fact(content, condition, fact);
    let rules = content.rules.iter().enumerate().flat_map(|(at, rule)| rule.stands.keys().map(move |region| (at, rule, *region)));
    let rules = rules.filter(|(_, rule, region)| content.regions.contains_key(region) && condition_in(rule, *region).is_some_and(reads));
    let rules: Vec<(usize, Region)> = rules.map(|(at, _, region)| (at, region)).collect();
    if !rules.is_empty() {
        return Watched::Rules(rules);
    }
    let routes = content.regions.iter().filter(|(_, of)| of.routes.iter().any(|route| reads(&route.when)));
    let routes: Vec<Watched> = routes.map(|(region, _)| Watched::Route(*region)).collect();
    if !routes.is_empty() {
        return Watched::Any(routes);
    }
    let guidance = content.guidance.iter().enumerate().filter(|(_, one)| reads(&one.when));
    let mut watched: Vec<Watched> = guidance.map(|(at, one)| Watched::Guidance(at, super::regions_of(content, one))).collect();
    for (region, of) in &content.regions {
        let items = of.items.iter().enumerate().filter(|(_, item)| reads(&item.relevant));
        watched.extend(items.map(|(at, _)| Watched::Item(*region, at)));
        let questions = content.relevance.iter().zip(&content.asked_in).filter(|(relevant, _)| relevant.as_ref().is_some_and(reads));
        let asked = |asked_in: &Option<Vec<Region>>| asked_in.as_ref().is_none_or(|regions| regions.contains(region));
        if questions.map(|(_, asked_in)| asked_in).any(asked) {
            watched.push(Watched::Relevance(*region));
        }
    }
    Watched::Any(watched)
}

fn reads_fact(content: &Content, condition: &Guarded, fact: usize) -> bool {
    condition.tests().any(|test| match test.subject {
        Subject::Fact(at) => at == fact || content.facts.get(at).is_some_and(|inner| reads_fact(content, &inner.condition, fact)),
        _ => false,
    })
}
