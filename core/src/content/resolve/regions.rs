//! Regions: checklists, route lists and the orders of the letter.

use super::Resolver;
use crate::content::condition::Guarded;
use crate::content::raw;
use crate::content::read::{RawRegion, Record};
use crate::content::{ItemContent, RegionContent, RouteContent};
use crate::rulebook::{Layout, LayoutSection, QuestionId, Region};
use std::collections::BTreeMap;

const STATES: [&str; 6] = ["described", "vague", "missing", "answered-unknown", "not-relevant", "undecided"];

impl Resolver<'_> {
    pub(super) fn regions(&mut self, destinations: &[String]) -> BTreeMap<Region, RegionContent> {
        let mut regions = BTreeMap::new();
        for raw in &self.raw.regions {
            let Some(record) = &raw.region else {
                self.wrong_at(
                    raw.file,
                    &(0..0),
                    "this file has no [region]".to_owned(),
                    Some("[region] with id, sources and text comes first".to_owned()),
                );
                continue;
            };
            let Some(region) = self.region(raw.file, &record.value.id) else { continue };
            self.ids("item", raw.items.iter().map(|one| (one.file, &one.value.id)));
            let items = raw.items.iter().map(|item| self.item(item, region)).collect();
            let routes = self.routes(raw, destinations);
            let known: Vec<&str> = destinations.iter().map(String::as_str).collect();
            for case in &record.value.case {
                self.is_played(raw.file, case.region.as_ref(), "this route list", |other| other == region);
            }
            let route_cases = self.state_cases(raw.file, &record.value.case, &known);
            let layouts = self.layouts(region);
            let sources = self.citations(raw.file, &record.value.sources);
            regions.insert(region, RegionContent { items, routes, route_cases, sources, layouts });
        }
        regions
    }

    fn item(&mut self, record: &Record<raw::Item>, region: Region) -> ItemContent {
        let (file, one) = (record.file, &record.value);
        let all = self.find(file, &one.described_when, "way to be described", ["any", "all"].into_iter()) == Some(1);
        let about = format!("item `{}`", one.id.get_ref());
        if one.questions.is_empty() {
            self.wrong(
                file,
                &one.id,
                format!("{about} has no question"),
                Some("questions = [\"…\"]: the questions that describe it".to_owned()),
            );
        }
        let questions = self.question_list(file, &one.questions);
        let has_cues = |id: &QuestionId| self.questions.get(id.index()).is_some_and(|question| !question.cues.is_empty());
        if !questions.is_empty() && !questions.iter().any(has_cues) {
            let help = "cues = [\"…\"] for one of its questions: words that a text about it may hold".to_owned();
            self.wrong(file, &one.id, format!("{about} cannot be looked for in a text that is pasted"), Some(help));
        }
        for case in &one.case {
            self.is_played(file, case.region.as_ref(), &format!("this {about}"), |other| other == region);
        }
        ItemContent {
            id: one.id.get_ref().clone(),
            number: one.number.clone(),
            questions,
            all,
            relevant: one.relevant.as_ref().map(|condition| self.guarded(file, Some(condition), None, &about)).unwrap_or_default(),
            sources: self.citations(file, &one.sources),
            basis: self.basis(file, &one.basis),
            cases: self.state_cases(file, &one.case, &STATES),
            place: Self::place(file, &one.id.span()),
        }
    }

    fn routes(&mut self, raw: &RawRegion, destinations: &[String]) -> Vec<RouteContent> {
        let mut routes = Vec::new();
        for (position, record) in raw.routes.iter().enumerate() {
            let one = &record.value;
            let last = position + 1 == raw.routes.len();
            if one.when.is_none() != last {
                let help = "every step but the last has `when`; the last has none and takes the rest";
                self.at(record, "the route list has a hole".to_owned(), Some(help.to_owned()));
            }
            let Some(to) = self.find(raw.file, &one.to, "destination", destinations.iter().map(String::as_str)) else { continue };
            let when = match &one.when {
                Some(_) => self.guarded(raw.file, one.when.as_ref(), one.unless.as_ref(), "the route list"),
                None => Guarded::default(),
            };
            let sources = self.citations(raw.file, &one.sources);
            let basis = self.basis(raw.file, &one.basis);
            routes.push(RouteContent { to, when, sources, basis });
        }
        if routes.is_empty() {
            self.wrong_at(raw.file, &(0..0), "there is no route list".to_owned(), Some("[[route]] to = \"…\"".to_owned()));
        }
        routes
    }

    fn layouts(&mut self, region: Region) -> Vec<Layout> {
        let mut layouts = Vec::new();
        for record in &self.raw.layouts {
            let one = &record.value;
            if let Some(only) = &one.region
                && self.region(record.file, only) != Some(region)
            {
                continue;
            }
            let sections = one
                .section
                .iter()
                .map(|section| LayoutSection {
                    id: section.id.get_ref().clone(),
                    questions: self.question_list(record.file, &section.questions),
                })
                .collect();
            let layout = Layout { id: one.id.get_ref().clone(), to_municipality: one.to_municipality, sections };
            if !layout.to_municipality {
                self.layout_is_complete(record, &layout, one.region.as_ref().map(|_| region));
            }
            layouts.push(layout);
        }
        // The receiver's own order is the first, and the one every other falls back to.
        layouts.sort_by_key(|layout| layout.id != "receiver");
        if layouts.first().is_none_or(|layout| layout.id != "receiver") {
            self.wrong_at(
                0,
                &(0..0),
                format!("no layout `receiver` for {}", region.id()),
                Some("[[layout]] id = \"receiver\" with this region, in layouts.toml".to_owned()),
            );
        }
        layouts
    }

    /// What stands first in the receiver's order.
    pub(super) fn lead(&mut self) -> Vec<QuestionId> {
        let Some(record) = self.raw.lead.clone() else { return Vec::new() };
        let lead = self.question_list(record.file, &record.value.questions);
        for (id, name) in lead.iter().zip(&record.value.questions) {
            if self.questions.get(id.index()).is_some_and(|question| question.not_in_letter) {
                let help = "choose a question that the letter prints".to_owned();
                self.wrong(record.file, name, format!("`{}` is `not_in_letter`: it cannot stand first in it", name.get_ref()), Some(help));
            }
        }
        lead
    }

    /// Every question of the letter stands in exactly one section; in a region's own layout those that are asked there.
    fn layout_is_complete(&mut self, record: &Record<raw::Layout>, layout: &Layout, region: Option<Region>) {
        let placed: Vec<_> = layout.sections.iter().flat_map(|section| section.questions.iter().copied()).collect();
        let mut found = Vec::new();
        for (index, question) in self.questions.iter().enumerate() {
            let times = placed.iter().filter(|id| id.index() == index).count();
            let asked_in = self.asked_in.get(index).and_then(Option::as_ref);
            let elsewhere = region.zip(asked_in).is_some_and(|(region, regions)| !regions.contains(&region));
            if times != usize::from(!question.not_in_letter && !elsewhere) {
                found.push(format!("`{}` stands {times} times in layout `{}`", question.id, layout.id));
            }
        }
        for message in found {
            let help = "once; not at all when it has `not_in_letter`, or is not asked in the region of the layout";
            self.at(record, message, Some(help.to_owned()));
        }
    }
}
