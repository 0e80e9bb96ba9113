//! Slips in a rule: in its condition, in a region's own, in the states of an item.

use super::{Mutant, Tries, Watched, changes};
use crate::content::{Content, RuleContent, TestContent};
use crate::rulebook::{QuestionKind, Region};

/// Every slip in every rule.
pub(super) fn mutants(content: &Content, tries: &mut Tries<'_>) {
    for (at, rule) in content.rules.iter().enumerate() {
        let of = format!("rule {}", rule.id);
        if !tries.wants(&of) {
            continue;
        }
        let regions: Vec<Region> = rule.stands.keys().copied().filter(|region| content.regions.contains_key(region)).collect();
        let mut add = |change: String, regions: &[Region], edit: &dyn Fn(&mut RuleContent)| {
            let mut changed = content.clone();
            if let Some(rule) = changed.rules.get_mut(at) {
                edit(rule);
            }
            let watched = Watched::Rules(regions.iter().map(|region| (at, *region)).collect());
            tries.one(Mutant { of: of.clone(), change, content: changed, watched });
        };
        match &rule.test {
            TestContent::When(national) => {
                let here: Vec<Region> = regions
                    .iter()
                    .copied()
                    .filter(|region| rule.stands.get(region).is_some_and(|standing| standing.differs.is_none()))
                    .collect();
                for (change, mutant) in changes(content, None, national) {
                    add(change, &here, &|rule| rule.test = TestContent::When(mutant.clone()));
                }
                for region in &regions {
                    let Some(own) = rule.stands.get(region).and_then(|standing| standing.differs.clone()) else { continue };
                    for (change, mutant) in changes(content, Some(*region), &own) {
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
    let items = content.regions.get(&region).map_or(&[] as &[_], |region| region.items.as_slice());
    items.iter().filter(|one| one.id == item).flat_map(|one| &one.questions).filter_map(|id| content.questions.get(id.index())).any(|question| {
        matches!(&question.kind, QuestionKind::Text { vague_words } | QuestionKind::Area { vague_words } if !vague_words.is_empty())
    })
}
