//! What a case file expects, and whether an assessment is like that.

use crate::answers::notation::suggest;
use crate::content::Content;
use crate::json::Json;
use crate::rulebook::Region;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::de::DeValue;

/// What a case expects of the assessment.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Expected {
    /// At least these rules hold.
    pub holds: Vec<String>,
    /// These fail.
    pub fails: Vec<String>,
    /// These are undecided.
    pub undecided: Vec<String>,
    /// The level.
    pub level: Option<String>,
    /// Exactly what the level needs.
    pub level_needs: Option<Vec<String>>,
    /// The destination, `unknown` while open.
    pub route: Option<String>,
    /// Exactly what the route needs.
    pub route_needs: Option<Vec<String>>,
    /// Exactly what each rule rests on.
    pub because: BTreeMap<String, Vec<String>>,
    /// Exactly what each undecided rule needs.
    pub needs: BTreeMap<String, Vec<String>>,
    /// The states of items.
    pub checklist: BTreeMap<String, String>,
    /// At least this guidance is shown.
    pub guidance: Vec<String>,
    /// This guidance is not shown: the near misses.
    pub guidance_not: Vec<String>,
}

/// A name in `[expect]` that must be one of the content.
pub(super) struct Named {
    /// The key it stands under.
    key: &'static str,
    name: String,
    /// Where it stands.
    at: usize,
}

/// The keys of `[expect]` that name rules, and those that name guidance: lists, or tables with the names as keys.
const RULES: [&str; 5] = ["holds", "fails", "undecided", "because", "needs"];
const GUIDANCE: [&str; 2] = ["guidance", "guidance_not"];

/// The names of rules and guidance in `[expect]`, each with its place.
pub(super) fn named(expect: &DeValue<'_>) -> Vec<Named> {
    let mut all = Vec::new();
    let Some(expect) = expect.as_table() else { return all };
    for key in RULES.into_iter().chain(GUIDANCE) {
        let value = expect.iter().find(|(written, _)| written.get_ref() == key).map(|(_, value)| value.get_ref());
        match value {
            Some(DeValue::Array(names)) => all.extend(names.iter().filter_map(|name| {
                let text = name.get_ref().as_str()?.to_owned();
                Some(Named { key, name: text, at: name.span().start })
            })),
            Some(DeValue::Table(names)) => {
                all.extend(names.keys().map(|name| Named { key, name: name.get_ref().to_string(), at: name.span().start }));
            }
            _ => {}
        }
    }
    all
}

/// Names that are not there, and near misses that could never have been shown: place, message, help.
pub(super) fn unknown(named: &[Named], content: &Content, region: Option<Region>) -> Vec<(usize, String, Option<String>)> {
    let mut wrong = Vec::new();
    for Named { key, name, at } in named {
        if RULES.contains(key) {
            if !content.rules.iter().any(|one| one.id == *name) {
                let help = suggest(name, content.rules.iter().map(|rule| rule.id.as_str()));
                wrong.push((*at, format!("unknown rule `{name}` in [expect]"), help));
            }
            continue;
        }
        match (content.guidance.iter().find(|one| one.id == *name), region) {
            (None, _) => {
                let help = suggest(name, content.guidance.iter().map(|one| one.id.as_str()));
                let help = help.or_else(|| Some("its id as in content/guidance/*.toml".to_owned()));
                wrong.push((*at, format!("unknown guidance `{name}` in [expect]"), help));
            }
            (Some(one), Some(region)) if !one.stands_in(region) => {
                let help = "take it out: what is never shown in a region says nothing of its patients".to_owned();
                wrong.push((*at, format!("guidance `{name}` in [expect] does not stand in {}", region.id()), Some(help)));
            }
            _ => {}
        }
    }
    wrong
}

impl Expected {
    /// What differs between what is expected and an assessment in its JSON form; empty when nothing does.
    #[must_use]
    pub fn differences(&self, assessment: &Json) -> Vec<String> {
        let mut wrong = Vec::new();
        let list = |key: &str| assessment.get(key).and_then(Json::as_list).unwrap_or_default();
        let named = |key: &str, rule: &str| list(key).iter().find(|one| one.get("rule").and_then(|id| id.as_str()) == Some(rule));
        let strings = |value: Option<&Json>| -> Vec<String> {
            value.and_then(Json::as_list).into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
        };
        let state_of = |rule: &str| match (named("findings", rule), named("undecided", rule)) {
            (Some(_), _) => "holds",
            (None, Some(_)) => "undecided",
            (None, None) => "fails",
        };
        for (wanted, rules) in [("holds", &self.holds), ("fails", &self.fails), ("undecided", &self.undecided)] {
            for rule in rules {
                if state_of(rule) != wanted {
                    wrong.push(format!("`{rule}` should be {wanted}, is {}", state_of(rule)));
                }
            }
        }
        let mut same = |what: String, wanted: &[String], came: Vec<String>| {
            if wanted != came {
                wrong.push(format!("{what} should be {wanted:?}, is {came:?}"));
            }
        };
        for (rule, because) in &self.because {
            same(format!("`because` of `{rule}`"), because, strings(named("findings", rule).and_then(|one| one.get("because"))));
        }
        for (rule, needs) in &self.needs {
            same(format!("`needs` of `{rule}`"), needs, strings(named("undecided", rule).and_then(|one| one.get("needs"))));
        }
        for (key, field, wanted, needs) in
            [("level", "is", &self.level, &self.level_needs), ("route", "to", &self.route, &self.route_needs)]
        {
            let part = assessment.get(key);
            if let Some(wanted) = wanted {
                let came = part.and_then(|part| part.get(field)).and_then(|one| one.as_str()).unwrap_or("");
                same(key.to_owned(), std::slice::from_ref(wanted), vec![came.to_owned()]);
            }
            if let Some(needs) = needs {
                same(format!("`needs` of the {key}"), needs, strings(part.and_then(|part| part.get("needs"))));
            }
        }
        for (item, wanted) in &self.checklist {
            let came = list("checklist").iter().find(|one| one.get("item").and_then(|id| id.as_str()) == Some(item));
            let came = came.and_then(|one| one.get("state").and_then(|state| state.as_str()).map(str::to_owned)).unwrap_or_default();
            same(format!("item `{item}`"), std::slice::from_ref(wanted), vec![came]);
        }
        for wanted in &self.guidance {
            if !list("guidance").iter().any(|one| one.get("guidance").and_then(|id| id.as_str()) == Some(wanted)) {
                wrong.push(format!("`{wanted}` should be told, and is not"));
            }
        }
        for unwanted in &self.guidance_not {
            if list("guidance").iter().any(|one| one.get("guidance").and_then(|id| id.as_str()) == Some(unwanted)) {
                wrong.push(format!("`{unwanted}` should not be told, and is"));
            }
        }
        wrong
    }
}
