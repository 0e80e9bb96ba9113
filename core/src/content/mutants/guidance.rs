//! Slips in when and where a piece of guidance is shown.

use super::{Mutant, Tries, Watched, changes, regions_of};
use crate::content::{Content, GuidanceContent};

/// Every slip in every piece of guidance.
pub(super) fn mutants(content: &Content, tries: &mut Tries<'_>) {
    for (at, one) in content.guidance.iter().enumerate() {
        let of = format!("guidance {}", one.id);
        if !tries.wants(&of) {
            continue;
        }
        let mut add = |change: String, watched: Watched, edit: &dyn Fn(&mut GuidanceContent)| {
            let mut changed = content.clone();
            if let Some(one) = changed.guidance.get_mut(at) {
                edit(one);
            }
            tries.one(Mutant { of: of.clone(), change, content: changed, watched });
        };
        let here = regions_of(content, one);
        for (change, mutant) in changes(content, None, &one.when) {
            add(change, Watched::Guidance(at, here.clone()), &|one| one.when = mutant.clone());
        }
        if one.regions.is_some() {
            for region in here {
                add(format!("no longer shown in {}", region.id()), Watched::Guidance(at, vec![region]), &|one| {
                    one.regions.iter_mut().for_each(|regions| regions.retain(|other| *other != region));
                });
            }
        }
    }
}
