//! Everything a review covers, each as one text: the same exactly when nothing of it has changed.

use crate::content::meaning::{Meaning, item_states, name, region_ids};
use crate::content::{Content, RuleContent, TestContent};
use crate::rulebook::Citation;
use std::collections::BTreeSet;

/// The condition of a rule with everything it rests on put in, and the thresholds it compares with.
pub(super) fn condition(content: &Content, rule: &RuleContent) -> (String, String) {
    let mut meaning = Meaning::whole(content);
    let mut parts: Vec<String> = Vec::new();
    match &rule.test {
        TestContent::When(national) => parts.push(format!("when {}", meaning.guarded(national))),
        TestContent::Item { item, missing, vague } => {
            parts.push(item_states(item, *missing, *vague));
            for (region, of_region) in content.regions.iter().filter(|(region, _)| rule.stands.contains_key(region)) {
                for one in of_region.items.iter().filter(|one| one.id == *item) {
                    meaning.read.questions.extend(one.questions.iter().copied());
                    let (asked, relevant) = (meaning.names(&one.questions), meaning.guarded(&one.relevant));
                    parts.push(format!("{} all {} of {asked} relevant {relevant}", region.id(), one.all));
                }
            }
        }
    }
    for (region, standing) in &rule.stands {
        parts.extend(standing.differs.iter().map(|own| format!("{} {}", region.id(), meaning.guarded(own))));
    }
    // When a question is asked is part of what a test on it means, and so on inwards.
    let mut done = BTreeSet::new();
    while let Some(question) = meaning.read.questions.iter().find(|id| !done.contains(*id)).copied() {
        done.insert(question);
        if let Some(Some(relevant)) = content.relevance.get(question.index()) {
            parts.push(format!("{} asked when {}", name(content, question), meaning.guarded(relevant)));
        }
        if let Some(Some(regions)) = content.asked_in.get(question.index()) {
            parts.push(format!("{} asked in {}", name(content, question), region_ids(regions).join(",")));
        }
    }
    // In whatever order it is written.
    parts.sort();
    let thresholds = meaning.read.thresholds.iter().filter_map(|at| content.thresholds.get(*at));
    let thresholds = thresholds.map(|one| format!("{} {} {:?}; ", one.id, one.value, one.from)).collect();
    (parts.join("\n"), thresholds)
}

/// Where and since when it stands, and what kind of rule it is.
pub(super) fn stands(rule: &RuleContent) -> String {
    let until = rule.until.map(|until| until.to_string()).unwrap_or_default();
    let mut text = format!("{} from {} until {until}; ", rule.kind.id(), rule.since);
    text.extend(rule.stands.iter().map(|(region, standing)| format!("{} {}; ", region.id(), standing.basis.id())));
    text
}

/// What it rests on in each region.
pub(super) fn sources(content: &Content, rule: &RuleContent) -> String {
    let tag = |citation: &Citation| {
        let source = content.sources.get(citation.source.index());
        let place = citation.place.and_then(|place| source?.places.get(usize::from(place)));
        format!("{}#{}", source.map_or("", |source| source.id.as_str()), place.map_or("", |(place, _)| place.as_str()))
    };
    let of = |citations: &[Citation]| {
        let mut tags: Vec<String> = citations.iter().map(tag).collect();
        tags.sort();
        tags.dedup();
        tags.join(",")
    };
    rule.stands.iter().map(|(region, standing)| format!("{}: {}; ", region.id(), of(&standing.sources))).collect()
}
