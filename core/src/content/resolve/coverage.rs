//! The published lists point by point: nothing a list asks for is left without a word on where it went.

use super::Resolver;
use crate::content::raw;
use crate::content::read::Record;
use crate::content::{CoverageList, Covered, Point, RegionContent};
use crate::rulebook::Region;
use std::collections::BTreeMap;

impl Resolver<'_> {
    /// The coverage of every region with content. A file of a region without content is left unread: what it names is not there yet.
    pub(super) fn coverage(&mut self, regions: &BTreeMap<Region, RegionContent>) -> BTreeMap<Region, Vec<CoverageList>> {
        let mut coverage: BTreeMap<Region, Vec<CoverageList>> = BTreeMap::new();
        for (file, name, lists) in &self.raw.coverage {
            let Some(region) = Region::from_id(name) else {
                let help = "one of midt.toml, sor-ost.toml, nord.toml, vest.toml";
                self.wrong_at(*file, &(0..0), format!("`{name}` is no region"), Some(help.to_owned()));
                continue;
            };
            let Some(of_region) = regions.get(&region) else { continue };
            self.ids("list", lists.iter().map(|list| (list.file, &list.value.id)));
            let resolved: Vec<CoverageList> = lists.iter().map(|list| self.coverage_list(list, of_region)).collect();
            self.every_item_is_named(*file, region, of_region, &resolved);
            coverage.insert(region, resolved);
        }
        coverage
    }

    fn coverage_list(&mut self, record: &Record<raw::CoverageList>, of_region: &RegionContent) -> CoverageList {
        let (file, one) = (record.file, &record.value);
        CoverageList {
            id: one.id.get_ref().clone(),
            title: one.title.clone(),
            source: self.citation(file, &one.source),
            note: one.note.clone(),
            points: one.point.iter().filter_map(|point| self.point(file, point, of_region)).collect(),
        }
    }

    fn point(&mut self, file: usize, point: &raw::Point, of_region: &RegionContent) -> Option<Point> {
        let by = &point.covered_by;
        let source = self.citation(file, &point.source);
        let covered = match (&by.items, &by.questions, &by.record_system, &by.letter, &by.unknown) {
            (Some(items), None, None, None, None) => {
                let known: Vec<String> = of_region.items.iter().map(|item| item.id.clone()).collect();
                let found = items.iter().filter_map(|name| self.find(file, name, "item of this region", known.iter().map(String::as_str)));
                Covered::Items(found.collect())
            }
            (None, Some(questions), None, None, None) => Covered::Questions(self.question_list(file, questions)),
            (None, None, Some(why), None, None) => Covered::RecordSystem(why.clone()),
            (None, None, None, Some(what), None) => Covered::Letter(what.clone()),
            (None, None, None, None, Some(why)) => Covered::Unknown(why.clone()),
            _ => {
                self.wrong(
                    file,
                    &point.text,
                    "a point is covered in exactly one way".to_owned(),
                    Some("covered_by = { … } with one of items, questions, record_system, letter, unknown".to_owned()),
                );
                return None;
            }
        };
        Some(Point { number: point.number.clone(), text: point.text.get_ref().clone(), asked: point.asked.clone(), source, covered })
    }

    /// What we ask for that no list asks for is not the region's checklist.
    fn every_item_is_named(&mut self, file: usize, region: Region, of_region: &RegionContent, lists: &[CoverageList]) {
        let named: Vec<usize> = lists
            .iter()
            .flat_map(|list| &list.points)
            .filter_map(|point| match &point.covered {
                Covered::Items(items) => Some(items.clone()),
                _ => None,
            })
            .flatten()
            .collect();
        let unnamed: Vec<&str> =
            of_region.items.iter().enumerate().filter(|(at, _)| !named.contains(at)).map(|(_, item)| item.id.as_str()).collect();
        for item in unnamed {
            self.wrong_at(
                file,
                &(0..0),
                format!("item `{item}` of {} is named by no point of a published list", region.id()),
                Some("name it in `covered_by` of the point that asks for it".to_owned()),
            );
        }
    }
}
