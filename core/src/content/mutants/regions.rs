//! Slips in a region's own content: the checklist and the route list.

use super::{Mutant, Tries, Watched, changes};
use crate::content::condition::Guarded;
use crate::content::{Content, ItemContent, RouteContent};

/// Every slip in every item and every step.
pub(super) fn mutants(content: &Content, tries: &mut Tries<'_>) {
    for (region, of_region) in &content.regions {
        for (at, item) in of_region.items.iter().enumerate() {
            let of = format!("item {} [{}]", item.id, region.id());
            if !tries.wants(&of) {
                continue;
            }
            let mut add = |change: String, edit: &dyn Fn(&mut ItemContent)| {
                let mut changed = content.clone();
                if let Some(item) = changed.regions.get_mut(region).and_then(|region| region.items.get_mut(at)) {
                    edit(item);
                }
                tries.one(Mutant { of: of.clone(), change, content: changed, watched: Watched::Item(*region, at) });
            };
            if !item.relevant.when.is_empty() || !item.relevant.unless.is_empty() {
                for (change, mutant) in changes(content, Some(*region), &item.relevant) {
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
        let of = format!("route list [{}]", region.id());
        if !tries.wants(&of) {
            continue;
        }
        for (at, route) in of_region.routes.iter().enumerate() {
            let mut add = |change: String, edit: &dyn Fn(&mut Vec<RouteContent>)| {
                let mut changed = content.clone();
                if let Some(region) = changed.regions.get_mut(region) {
                    edit(&mut region.routes);
                }
                tries.one(Mutant {
                    of: of.clone(),
                    change: format!("step {}: {change}", at + 1),
                    content: changed,
                    watched: Watched::Route(*region),
                });
            };
            if at + 1 == of_region.routes.len() {
                continue;
            }
            for (change, mutant) in changes(content, Some(*region), &route.when) {
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
