//! The condition of every record that has one: compared by meaning, told as a Norwegian sentence.

use crate::content::condition::Guarded;
use crate::content::meaning::{Meaning, item_states};
use crate::content::sentence::Speaker;
use crate::content::{Content, TestContent};
use std::collections::BTreeMap;

/// A condition.
pub(super) struct Condition {
    /// What it decides.
    pub label: &'static str,
    /// What it means, in ids.
    pub means: String,
    /// What it says.
    pub said: String,
}

/// Every condition, by the heading and the id of its record.
#[derive(Default)]
pub(super) struct Conditions {
    all: BTreeMap<(&'static str, String), Condition>,
}

impl Conditions {
    /// Those of a content.
    pub fn of(content: &Content, speaker: &Speaker<'_>) -> Self {
        let mut all = Self::default();
        let means = |guarded: &Guarded| Meaning::by_name(content).guarded(guarded);
        let mut add = |heading: &'static str, id: String, label: &'static str, guarded: &Guarded| {
            all.all.insert((heading, id), Condition { label, means: means(guarded), said: speaker.when(guarded) });
        };
        for fact in &content.facts {
            add("fact", fact.id.clone(), "vilkår", &fact.condition);
        }
        for (question, relevant) in content.questions.iter().zip(&content.relevance) {
            add("question", question.id.clone(), "stilles når", relevant.as_ref().unwrap_or(&Guarded::default()));
        }
        for one in &content.guidance {
            add("guidance", one.id.clone(), "vises når", &one.when);
        }
        for (region, of_region) in &content.regions {
            for item in &of_region.items {
                add("item", format!("{} / {}", region.id(), item.id), "aktuelt når", &item.relevant);
            }
            let mut to: Vec<&str> = Vec::new();
            for step in &of_region.routes {
                let place = content.destinations.get(step.to).map_or("", |to| to.id.as_str());
                to.push(place);
                add(
                    "route",
                    numbered(format!("{} / {place}", region.id()), to.iter().filter(|one| **one == place).count()),
                    "når",
                    &step.when,
                );
            }
        }
        for rule in &content.rules {
            let means = match &rule.test {
                TestContent::When(national) => means(national),
                TestContent::Item { item, missing, vague } => item_states(item, *missing, *vague),
            };
            let said = speaker.rule(&rule.test, None, None);
            all.all.insert(("rule", rule.id.clone()), Condition { label: "vilkår", means, said });
            for (region, standing) in &rule.stands {
                let Some(own) = &standing.differs else { continue };
                let means = Meaning::by_name(content).guarded(own);
                let said = speaker.rule(&rule.test, Some(own), Some(*region));
                all.all.insert(("differs", format!("{} / {}", region.id(), rule.id)), Condition { label: "vilkår", means, said });
            }
        }
        all
    }

    /// That of a record.
    pub fn of_record(&self, heading: &str, id: &str) -> Option<&Condition> {
        self.all.iter().find(|((known, of), _)| *known == heading && of == id).map(|(_, condition)| condition)
    }
}

/// The id of a step: a route list may lead to the same place twice.
pub(super) fn numbered(id: String, times: usize) -> String {
    if times > 1 { format!("{id} ({times})") } else { id }
}
