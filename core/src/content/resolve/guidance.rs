//! Guidance, and the addresses of destinations.

use super::Resolver;
use crate::content::GuidanceContent;
use crate::content::raw;
use crate::content::read::Record;
use crate::rulebook::{Destination, GuidanceKind, Region};

impl Resolver<'_> {
    /// Every piece of guidance, by kind.
    pub(super) fn guidance(&mut self) -> Vec<GuidanceContent> {
        self.ids("guidance", self.raw.guidance.iter().map(|one| (one.file, &one.value.id)));
        let mut guidance: Vec<GuidanceContent> = self.raw.guidance.iter().filter_map(|record| self.one_guidance(record)).collect();
        guidance.sort_by_key(|one| one.kind);
        guidance
    }

    fn one_guidance(&mut self, record: &Record<raw::Guidance>) -> Option<GuidanceContent> {
        let (file, one) = (record.file, &record.value);
        let id = one.id.get_ref();
        let kind = self.find(file, &one.kind, "kind of guidance", GuidanceKind::ALL.iter().map(|kind| kind.id()))?;
        let kind = *GuidanceKind::ALL.get(kind)?;
        let about = format!("guidance `{id}`");
        let regions: Option<Vec<Region>> =
            one.regions.as_ref().map(|names| names.iter().filter_map(|name| self.region(file, name)).collect());
        if let Some(regions) = &regions {
            self.some_regions(file, &one.id, regions);
            for case in &one.case {
                self.is_played(file, case.region.as_ref(), &about, |region| regions.contains(&region));
            }
        }
        let sources = self.citations(file, &one.sources);
        let least = if kind == GuidanceKind::Conflict { 2 } else { 1 };
        if one.sources.len() < least {
            let message = format!("{about} has {} sources", one.sources.len());
            let help = if least == 2 { "a conflict names the sources that disagree, two at least" } else { "sources = [\"…\"]" };
            self.wrong(file, &one.id, message, Some(help.to_owned()));
        }
        let titled = [&one.text.nb, &one.text.nn, &one.text.en].iter().all(|text| text.as_ref().is_none_or(|text| text.title.is_some()));
        if titled == (kind == GuidanceKind::Lean) {
            let message = if titled { format!("{about} has a title") } else { format!("{about} has no title") };
            self.wrong(file, &one.id, message, Some("a lean has none, everything else has one in each language".to_owned()));
        }
        let cases = self.state_cases(file, &one.case, &["shown", "hidden"]);
        if one.when.is_some() {
            for expect in ["shown", "hidden"] {
                if !cases.iter().any(|case| case.expect == expect) {
                    let help = "add a [[guidance.case]]".to_owned();
                    self.wrong(file, &one.id, format!("{about} has no case that expects {expect}"), Some(help));
                }
            }
        } else if kind == GuidanceKind::ServiceLine {
            let help = "when.all = [{ question = \"diagnosis-group\", is = \"…\" }]".to_owned();
            self.wrong(file, &one.id, format!("{about} says nothing of whom the service line is for"), Some(help));
        }
        let valid_until = one.valid_until.as_ref().and_then(|date| self.date(file, date));
        let basis = self.basis(file, &one.basis);
        let when = self.guarded(file, one.when.as_ref(), one.unless.as_ref(), &about);
        let place = Self::place(file, &one.id.span());
        Some(GuidanceContent { id: id.clone(), kind, regions, valid_until, basis, sources, when, cases, place })
    }

    /// Every destination with its published addresses.
    pub(super) fn destinations(&mut self) -> Vec<Destination> {
        let ids = self.ids("destination", self.raw.destinations.iter().map(|one| (one.file, &one.value.id)));
        let mut destinations = Vec::new();
        for (id, record) in ids.into_iter().zip(&self.raw.destinations) {
            let Some(contact) = &record.value.contact else {
                destinations.push(Destination { id, sources: Vec::new(), checked: None });
                continue;
            };
            if contact.sources.is_empty() {
                self.at(record, format!("the addresses of `{id}` have no source"), Some("sources = [\"…\"]".to_owned()));
            }
            let checked = contact.checked.as_ref().and_then(|date| self.date(record.file, date)).map(|date| date.to_string());
            destinations.push(Destination { id, sources: self.citations(record.file, &contact.sources), checked });
        }
        destinations
    }
}
