//! Slips in when and where a question is asked.

use super::{Mutant, Tries, Watched, changes};
use crate::content::Content;
use crate::content::condition::{Guarded, Subject};
use crate::rulebook::QuestionId;

/// Every slip in the relevance and in the regions of every question.
pub(super) fn mutants(content: &Content, tries: &mut Tries<'_>) {
    for (at, (condition, asked_in)) in content.relevance.iter().zip(&content.asked_in).enumerate() {
        let id = content.questions.get(at).map_or("", |question| question.id.as_str());
        let of = format!("relevance {id}");
        if !tries.wants(&of) {
            continue;
        }
        let mut add = |change: String, watched: Watched, edit: &dyn Fn(&mut Content)| {
            let mut changed = content.clone();
            edit(&mut changed);
            tries.one(Mutant { of: of.clone(), change, content: changed, watched });
        };
        if let Some(condition) = condition {
            let alike = !reads_what_regions_ask(content, condition, &mut vec![false; content.questions.len()]);
            let mut here = content.regions();
            here.retain(|region| content.is_asked_in(QuestionId::at(at), *region));
            // What reads the same answers in every region is asked alike in all of them.
            here.truncate(if alike { 1 } else { here.len() });
            for region in here {
                for (change, mutant) in changes(content, Some(region), condition) {
                    let change = if alike { change } else { format!("{change} [{}]", region.id()) };
                    add(change, Watched::Relevance(region), &|changed| {
                        if let Some(relevance) = changed.relevance.get_mut(at) {
                            *relevance = Some(mutant.clone());
                        }
                    });
                }
            }
        }
        let Some(regions) = asked_in else { continue };
        add(
            "asked in every region".to_owned(),
            Watched::Any(content.regions().into_iter().map(Watched::Relevance).collect()),
            &|changed| {
                if let Some(asked_in) = changed.asked_in.get_mut(at) {
                    *asked_in = None;
                }
            },
        );
        for region in regions.iter().copied().filter(|region| content.regions.contains_key(region)) {
            add(format!("no longer asked in {}", region.id()), Watched::Asked(at, region), &|changed| {
                if let Some(Some(asked_in)) = changed.asked_in.get_mut(at) {
                    asked_in.retain(|one| *one != region);
                }
            });
        }
    }
}

/// Whether a condition reads, itself or through others, a question that only some regions ask: then it means another thing in each.
fn reads_what_regions_ask(content: &Content, condition: &Guarded, seen: &mut Vec<bool>) -> bool {
    condition.tests().any(|test| {
        let questions: Vec<QuestionId> = match &test.subject {
            Subject::Question { question, .. } => vec![*question],
            Subject::Fact(fact) => {
                return content.facts.get(*fact).is_some_and(|fact| reads_what_regions_ask(content, &fact.condition, seen));
            }
            Subject::Level(_) => {
                let level = &content.level;
                [level.competence].iter().chain(&level.specialist).chain(&level.municipal).copied().collect()
            }
        };
        questions.into_iter().any(|question| {
            let known = seen.get_mut(question.index()).is_none_or(|seen| std::mem::replace(seen, true));
            let limited = content.asked_in.get(question.index()).is_some_and(Option::is_some);
            let relevance = content.relevance.get(question.index()).and_then(Option::as_ref);
            limited || !known && relevance.is_some_and(|relevance| reads_what_regions_ask(content, relevance, seen))
        })
    })
}
