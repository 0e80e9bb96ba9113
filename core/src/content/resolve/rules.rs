//! Rules, where they stand, and the level table.

use super::Resolver;
use crate::content::raw::{self, Name, Spanned};
use crate::content::read::Record;
use crate::content::{LevelContent, LevelRow, RegionContent, Review, RuleContent, StandingContent, TestContent, WhyDiffers};
use crate::rulebook::{Level, Region, RuleKind};
use jiff::civil::Date;
use std::collections::BTreeMap;
use toml::value::Datetime;

const KINDS: [(&str, RuleKind); 6] = [
    ("missing", RuleKind::Missing),
    ("criterion", RuleKind::Criterion),
    ("level", RuleKind::Level),
    ("route", RuleKind::Route),
    ("advice", RuleKind::Advice),
    ("safety", RuleKind::Safety),
];

impl Resolver<'_> {
    pub(super) fn rules(&mut self, regions: &BTreeMap<Region, RegionContent>) -> Vec<RuleContent> {
        let ids = self.ids("rule", self.raw.rules.iter().map(|one| (one.file, &one.value.id)));
        let mut rules: Vec<RuleContent> = Vec::new();
        for (position, record) in self.raw.rules.iter().enumerate() {
            rules.extend(self.rule(position, record, regions));
        }
        for region in &self.raw.regions {
            for differs in &region.differs {
                self.differs(differs, region.file, &ids, &mut rules);
            }
        }
        rules
    }

    fn rule(&mut self, position: usize, record: &Record<raw::Rule>, regions: &BTreeMap<Region, RegionContent>) -> Option<RuleContent> {
        let (file, one) = (record.file, &record.value);
        let id = one.id.get_ref();
        let kind = self.find(file, &one.kind, "kind of rule", KINDS.iter().map(|(name, _)| *name)).and_then(|at| KINDS.get(at))?.1;
        let withdrawn = self.find(file, &one.status, "status", ["active", "withdrawn"].into_iter()) == Some(1);
        let until = one.until.as_ref().and_then(|until| self.date(file, until));
        if withdrawn != until.is_some() {
            let help = "status = \"withdrawn\" and until = a date go together; nothing is deleted";
            self.wrong(file, &one.status, format!("`{id}` is half withdrawn"), Some(help.to_owned()));
        }
        let test = self.rule_test(record, kind)?;
        let only_region = self.raw.regions.iter().find(|region| region.rules.contains(&position)).and_then(|region| region.region.as_ref());
        let national = self.citations(file, &one.sources);
        let mut stands = BTreeMap::new();
        for (name, standing) in &one.stands {
            let Some(region) = self.region(file, name) else { continue };
            if let Some(only) = only_region
                && only.value.id.get_ref() != name.get_ref()
            {
                self.wrong(
                    file,
                    name,
                    format!("`{id}` is written in another region's file"),
                    Some("a rule of several regions stands in national/".to_owned()),
                );
            }
            let mut sources = self.citations(file, &standing.sources);
            sources.extend(national.iter().copied());
            if sources.is_empty() {
                self.wrong(
                    file,
                    name,
                    format!("`{id}` has no source in {}", region.id()),
                    Some("a rule with no source is a defect".to_owned()),
                );
            }
            if let (TestContent::Item { item, .. }, Some(content)) = (&test, regions.get(&region))
                && !content.items.iter().any(|one| one.id == *item)
            {
                self.wrong(
                    file,
                    name,
                    format!("`{id}` flags the item `{item}`, which is not on the list of {}", region.id()),
                    Some("take the region out of `stands`, or add the item to its list".to_owned()),
                );
            }
            let basis = self.basis(file, &standing.basis);
            stands.insert(region, StandingContent { basis, sources, differs: None, why_differs: None });
        }
        if stands.is_empty() {
            self.wrong(
                file,
                &one.id,
                format!("`{id}` stands nowhere"),
                Some("stands.midt = { basis = \"stated\", sources = [\"…\"] }".to_owned()),
            );
        }
        for case in &one.case {
            self.is_played(file, case.region.as_ref(), &format!("rule `{id}`"), |region| stands.contains_key(&region));
        }
        let cases = self.rule_cases(file, one);
        Some(RuleContent {
            id: id.clone(),
            kind,
            since: self.date(file, &one.since)?,
            until,
            goes_to: one.goes_to.as_ref().and_then(|name| self.question(file, name)),
            test,
            stands,
            review: one.review.as_ref().and_then(|review| self.review(file, id, review)),
            cases,
            place: Self::place(file, &one.id.span()),
        })
    }

    fn review(&mut self, file: usize, rule: &str, review: &raw::Review) -> Option<Review> {
        let by = review.by.get_ref().trim().to_owned();
        if !by.contains(',') {
            let help = "name and role, such as by = \"Kari Nordmann, overlege\"; only the one who reviewed writes it";
            self.wrong(file, &review.by, format!("the review of `{rule}` names no one with a role"), Some(help.to_owned()));
        }
        Some(Review { by, on: self.date(file, &review.on)? })
    }

    fn rule_test(&mut self, record: &Record<raw::Rule>, kind: RuleKind) -> Option<TestContent> {
        let (file, one) = (record.file, &record.value);
        let id = one.id.get_ref();
        match (&one.item, &one.when, kind) {
            (Some(item), None, RuleKind::Missing) => {
                let mut flags = [one.states.is_none(); 2];
                for state in one.states.iter().flatten() {
                    if let Some(flag) = self.find(file, state, "state", ["missing", "vague"].into_iter()).and_then(|at| flags.get_mut(at)) {
                        *flag = true;
                    }
                }
                let [missing, vague] = flags;
                Some(TestContent::Item { item: item.get_ref().clone(), missing, vague })
            }
            (None, Some(when), kind) if kind != RuleKind::Missing => {
                Some(TestContent::When(self.guarded(file, Some(when), one.unless.as_ref(), &format!("rule `{id}`"))))
            }
            _ => {
                let help = "a rule of kind `missing` has `item` and no `when`; every other kind has `when`";
                self.wrong(file, &one.id, format!("`{id}` does not say what makes it hold"), Some(help.to_owned()));
                None
            }
        }
    }

    fn differs(&mut self, record: &Record<raw::Differs>, file: usize, ids: &[String], rules: &mut [RuleContent]) {
        let one = &record.value;
        let source = self.citation(file, &one.source);
        if self.find(file, &one.rule, "rule", ids.iter().map(String::as_str)).is_none() {
            return;
        }
        let region = self.raw.regions.iter().find(|region| region.file == file).and_then(|region| region.region.as_ref());
        let Some(region) = region.and_then(|record| Region::from_id(record.value.id.get_ref())) else { return };
        let condition = (one.when.is_some() || one.unless.is_some()).then(|| {
            let about = format!("what differs in `{}`", one.rule.get_ref());
            self.guarded(file, one.when.as_ref(), one.unless.as_ref(), &about)
        });
        let standing = rules.iter_mut().find(|rule| rule.id == *one.rule.get_ref()).and_then(|rule| rule.stands.get_mut(&region));
        match (standing, condition) {
            (None, _) => self.at(
                record,
                format!("`{}` does not stand in {}", one.rule.get_ref(), region.id()),
                Some("name the region under `stands` of the rule first".to_owned()),
            ),
            (Some(_), None) if one.text.is_none() => self.at(
                record,
                "nothing differs here".to_owned(),
                Some("another `when`, `unless` or `text`, or no [[differs]] at all".to_owned()),
            ),
            (Some(standing), condition) => {
                standing.differs = condition;
                standing.why_differs = Some(WhyDiffers { reason: one.reason.clone(), source, words: one.text.is_some() });
            }
        }
    }

    pub(super) fn date(&mut self, file: usize, date: &Spanned<Datetime>) -> Option<Date> {
        let parsed = date.get_ref().to_string().parse().ok();
        if parsed.is_none() {
            self.wrong_at(
                file,
                &date.span(),
                format!("`{}` is no date", date.get_ref()),
                Some("such as 2026-11-21, without quotes".to_owned()),
            );
        }
        parsed
    }

    pub(super) fn level(&mut self) -> Option<LevelContent> {
        let [record] = self.raw.level.as_slice() else {
            let first = self.raw.level.get(1).map(|record| (record.file, record.span.clone())).unwrap_or((0, 0..0));
            self.wrong_at(
                first.0,
                &first.1,
                format!("there are {} level tables", self.raw.level.len()),
                Some("exactly one [level]".to_owned()),
            );
            return None;
        };
        let (file, one) = (record.file, &record.value);
        let mut rows = Vec::new();
        for row in &one.row {
            let competence = self.find(file, &row.competence, "answer", ["yes", "no"].into_iter()) == Some(0);
            let level = self.level_name(file, &row.level)?;
            rows.push(LevelRow { competence, specialist: row.specialist, municipal: row.municipal, level });
        }
        let levels = ["municipal", "specialist", "shared", "unclear"];
        Some(LevelContent {
            competence: self.question(file, &one.competence)?,
            specialist: self.question_list(file, &one.specialist),
            municipal: self.question_list(file, &one.municipal),
            rows,
            sources: self.citations(file, &one.sources),
            basis: self.basis(file, &one.basis),
            cases: self.state_cases(file, &one.case, &levels),
        })
    }

    fn level_name(&mut self, file: usize, name: &Name) -> Option<Level> {
        let at = self.find(file, name, "level", Level::ALL.iter().map(|level| level.id()))?;
        Level::ALL.get(at).copied()
    }
}
