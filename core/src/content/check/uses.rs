//! Nothing stands unused: every source is cited, every threshold compared with, every fact asked, every question of some use.

use super::super::Content;
use super::super::compile::{Scope, compile};
use super::super::condition::Guarded;
use super::super::problem::{Files, Problem, place};
use super::super::read::Raw;
use super::super::written::strings;
use crate::rulebook::{QuestionId, RuleTest};
use std::collections::BTreeSet;

/// Every thing that is there and changes nothing.
pub fn uses(content: &Content, raw: &Raw) -> Vec<Problem> {
    let mut problems = Vec::new();
    let named = Named::read(&raw.files);
    sources(raw, &named, &mut problems);
    for record in &raw.thresholds {
        let id = &record.value.id;
        if !named.thresholds.contains(id.get_ref()) {
            let at = place(record.file, &id.span());
            let help = "use it in `at_least` or `below`, or remove it";
            problems.push(raw.files.problem(&at, format!("threshold `{}` is compared with nowhere", id.get_ref()), Some(help.to_owned())));
        }
    }
    for record in &raw.facts {
        let id = &record.value.id;
        if !named.facts.contains(id.get_ref()) {
            let at = place(record.file, &id.span());
            let help = "use it in a condition as { fact = \"…\" }, or remove it";
            problems.push(raw.files.problem(&at, format!("fact `{}` is used nowhere", id.get_ref()), Some(help.to_owned())));
        }
    }
    questions(content, raw, &mut problems);
    for region in content.regions.keys().filter(|region| !content.coverage.contains_key(*region)) {
        let record = raw.regions.iter().find_map(|raw| raw.region.as_ref().filter(|record| record.value.id.get_ref() == region.id()));
        let at = record.map(|record| place(record.file, &record.value.id.span()));
        let help = "one [[list]] for each published list, one [[list.point]] for each of its points; see templates/coverage.toml";
        problems.extend(
            at.map(|at| raw.files.problem(&at, format!("there is no content/coverage/{}.toml", region.id()), Some(help.to_owned()))),
        );
    }
    problems
}

/// What the files name, whatever kind of record names it.
#[derive(Default)]
struct Named {
    sources: BTreeSet<String>,
    thresholds: BTreeSet<String>,
    facts: BTreeSet<String>,
}

impl Named {
    fn read(files: &Files) -> Self {
        let mut named = Self::default();
        for one in files.files.iter().flat_map(|(_, text)| strings(text)) {
            let mut keys = one.path.iter().rev();
            // `sources = ["…"]`: the last step is the place in the list.
            let key = keys.find(|key| key.parse::<usize>().is_err()).map_or("", String::as_str);
            let id = one.text.split('#').next().unwrap_or("").to_owned();
            match key {
                "source" | "sources" => drop(named.sources.insert(id)),
                "at_least" | "below" => drop(named.thresholds.insert(id)),
                "fact" => drop(named.facts.insert(id)),
                _ => {}
            }
        }
        named
    }
}

fn sources(raw: &Raw, named: &Named, problems: &mut Vec<Problem>) {
    let today = raw.edition.as_ref().map_or("", |edition| edition.value.cases_on.as_str());
    for record in &raw.sources {
        let one = &record.value;
        let id = one.id.get_ref();
        let mut wrong = |message: String, help: &str| {
            problems.push(raw.files.problem(&place(record.file, &one.id.span()), message, Some(help.to_owned())));
        };
        match (named.sources.contains(id), one.background) {
            (false, false) => {
                wrong(
                    format!("source `{id}` is cited nowhere"),
                    "cite it, remove it, or mark it: background = true, read but not cited yet",
                );
            }
            (true, true) => wrong(format!("source `{id}` is cited, and marked as background only"), "remove `background`"),
            _ => {}
        }
        // ISO dates are ordered as text.
        let expired = one.valid_until.as_deref().is_some_and(|until| until < today);
        match (expired, &one.after_expiry) {
            (true, None) => wrong(
                format!("source `{id}` was valid until {}", one.valid_until.as_deref().unwrap_or("")),
                "cite a newer one, or say why it still stands: after_expiry = \"…\"",
            ),
            (false, Some(_)) => wrong(format!("source `{id}` has `after_expiry`, and has not expired"), "remove `after_expiry`"),
            _ => {}
        }
    }
}

/// A question that nothing reads in a region where it is asked, and that the letter does not print, costs the doctor a click for
/// nothing.
fn questions(content: &Content, raw: &Raw, problems: &mut Vec<Problem>) {
    let mut useless_in = vec![Vec::new(); content.questions.len()];
    for region in content.regions.keys().copied() {
        let rulebook = compile(content, region, Scope::All);
        let conditions = [rulebook.level.decision, rulebook.route.decision].into_iter().chain(rulebook.relevance.iter().copied());
        let conditions = conditions.chain(rulebook.items.iter().map(|item| item.relevant));
        let conditions = conditions.chain(rulebook.guidance.iter().map(|one| one.when));
        let conditions = conditions.chain(rulebook.rules.iter().filter_map(|rule| match rule.test {
            RuleTest::When(node) => Some(node),
            RuleTest::Item { .. } => None,
        }));
        let mut read: BTreeSet<QuestionId> = conditions.flat_map(|node| rulebook.diagrams.reads(node)).collect();
        read.extend(rulebook.items.iter().flat_map(|item| &item.questions));
        let to_municipality = rulebook.layouts.iter().filter(|layout| layout.to_municipality).flat_map(|layout| &layout.sections);
        read.extend(to_municipality.flat_map(|section| &section.questions));
        for (id, question) in rulebook.all_questions() {
            let useless = content.is_asked_in(id, region) && question.not_in_letter && !read.contains(&id);
            useless_in.iter_mut().skip(id.index()).take(usize::from(useless)).for_each(|regions| regions.push(region.id()));
        }
    }
    for (record, (question, useless_in)) in raw.questions.iter().zip(content.questions.iter().zip(useless_in)) {
        let at = place(record.file, &record.value.id.span());
        let (message, help) = match (useless_in.is_empty(), &record.value.only_informs) {
            (false, None) => (
                format!(
                    "question `{}` can change nothing in {}: nothing reads it, and the letter does not print it",
                    question.id,
                    useless_in.join(", ")
                ),
                "let a rule read it, let the letter print it, name the `regions` it is asked in, or say why it is asked all the same: only_informs = \"…\"",
            ),
            (true, Some(_)) => {
                (format!("question `{}` has `only_informs`, and its answer is read or printed", question.id), "remove `only_informs`")
            }
            _ => continue,
        };
        problems.push(raw.files.problem(&at, message, Some(help.to_owned())));
    }
}

impl Content {
    /// Every condition with what it belongs to, for readers of the whole. A new kind of record with a condition is added here.
    pub fn conditions(&self) -> Vec<(String, &Guarded)> {
        let mut all = Vec::new();
        for (question, relevant) in self.questions.iter().zip(&self.relevance) {
            all.extend(relevant.iter().map(|condition| (format!("relevance {}", question.id), condition)));
        }
        all.extend(self.facts.iter().map(|fact| (format!("fact {}", fact.id), &fact.condition)));
        for rule in &self.rules {
            if let super::super::TestContent::When(national) = &rule.test {
                all.push((format!("rule {}", rule.id), national));
            }
            for (region, standing) in &rule.stands {
                all.extend(standing.differs.iter().map(|own| (format!("rule {} in {}", rule.id, region.id()), own)));
            }
        }
        all.extend(self.guidance.iter().map(|one| (format!("guidance {}", one.id), &one.when)));
        for (region, of_region) in &self.regions {
            all.extend(of_region.items.iter().map(|item| (format!("item {} in {}", item.id, region.id()), &item.relevant)));
            all.extend(of_region.routes.iter().map(|route| (format!("route list of {}", region.id()), &route.when)));
        }
        all
    }
}
