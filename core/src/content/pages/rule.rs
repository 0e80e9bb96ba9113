//! The page of one rule.

use super::super::compile::{Scope, compile};
use super::super::condition::{Guarded, Subject};
use super::super::sentence::Speaker;
use super::super::{Content, Expect, RuleContent, TestContent};
use super::{GENERATED, cited, item_of, table};
use crate::rulebook::words::{Lang, RuleWords};
use crate::rulebook::{Basis, QuestionId, Region, RuleTest};
use crate::summary::answer_text;
use std::collections::BTreeSet;

/// The page.
pub fn page(content: &Content, speaker: &Speaker<'_>, at: usize, rule: &RuleContent) -> String {
    let mut text = format!("{GENERATED}\n# {}\n\n", title(content, speaker, at));
    let until = rule.until.map(|day| format!(", trukket fra {day}")).unwrap_or_default();
    text.push_str(&format!(
        "`{}` · {} · gjelder fra {}{until}\n\n",
        rule.id,
        speaker.words.ui_named(&format!("kind-{}", rule.kind.id())).to_lowercase(),
        rule.since
    ));
    text.push_str(&match &rule.review {
        Some(review) => format!("**Faglig gjennomgått av {}, {}.**\n", review.by, review.on),
        None => "**Ikke faglig gjennomgått.**\n".to_owned(),
    });
    text.push_str("\n## Vilkåret\n\n");
    text.push_str(&format!("{}\n", speaker.rule(&rule.test, None, None)));
    text.push_str(&facts(content, speaker, rule));
    text.push_str(&thresholds(content, speaker, rule));
    text.push_str("\n## Spørsmålene det bygger på\n\n");
    text.push_str(&questions(content, speaker, rule));
    text.push_str("\n## Hvor regelen står\n\n");
    text.push_str(&standing(content, speaker, at, rule));
    text.push_str("\n## Svar for svar\n\n");
    text.push_str(&tables(content, speaker, at, rule));
    text.push_str("\n## Eksemplene\n\n");
    text.push_str(&cases(content, speaker, rule));
    text.push_str("\n## Kildene\n\n");
    text.push_str(&sources(content, rule));
    text.push_str("\n## Tekstene\n");
    text.push_str(&texts(content, at));
    text
}

/// The name of a region, or its id where there is no content.
pub fn region_name(speaker: &Speaker<'_>, region: Region) -> String {
    speaker.words.region(region).map_or_else(|| region.id().to_owned(), |words| words.name.clone())
}

/// The bokmål title.
pub fn title(content: &Content, speaker: &Speaker<'_>, at: usize) -> String {
    let of_rule = content.rules.get(at);
    let national =
        of_rule.and_then(|rule| rule.stands.iter().find(|(_, standing)| standing.why_differs.as_ref().is_none_or(|why| !why.words)));
    let region = national.or_else(|| of_rule.and_then(|rule| rule.stands.iter().next())).map(|(region, _)| *region);
    region.and_then(|region| words_in(content, &speaker.words, at, region)).map_or_else(String::new, |words| words.title.clone())
}

fn words_in<'w>(content: &Content, words: &'w crate::rulebook::words::Words, at: usize, region: Region) -> Option<&'w RuleWords> {
    let rule = content.rules.get(at)?;
    let here = content.rules.iter().filter(|one| one.stands.contains_key(&region)).position(|one| one.id == rule.id)?;
    words.rule(region, crate::rulebook::RuleId::at(here))
}

/// Every condition of the rule: the national one, and the regions' own.
fn conditions(rule: &RuleContent) -> Vec<&Guarded> {
    let national = match &rule.test {
        TestContent::When(national) => Some(national),
        TestContent::Item { .. } => None,
    };
    national.into_iter().chain(rule.stands.values().filter_map(|standing| standing.differs.as_ref())).collect()
}

/// The facts a rule asks, those of its facts too.
fn fact_ids(content: &Content, rule: &RuleContent) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Guarded> = conditions(rule);
    while let Some(condition) = open.pop() {
        for test in condition.tests() {
            if let Subject::Fact(fact) = &test.subject
                && found.insert(*fact)
            {
                open.extend(content.facts.get(*fact).map(|fact| &fact.condition));
            }
        }
    }
    found
}

fn facts(content: &Content, speaker: &Speaker<'_>, rule: &RuleContent) -> String {
    let facts = fact_ids(content, rule);
    if facts.is_empty() {
        return String::new();
    }
    let mut text = "\nHer brukes disse sammensatte vilkårene:\n\n".to_owned();
    for fact in facts.iter().filter_map(|fact| content.facts.get(*fact)) {
        text.push_str(&format!("- *{}*: når {}.\n", fact.about.trim_end_matches('.'), speaker.guarded(&fact.condition)));
    }
    text
}

/// The questions a rule reads by its conditions, facts and item; with the level its factors.
fn reads(content: &Content, rule: &RuleContent) -> BTreeSet<QuestionId> {
    let mut read = BTreeSet::new();
    let facts = fact_ids(content, rule);
    let all = conditions(rule).into_iter().chain(facts.iter().filter_map(|fact| content.facts.get(*fact)).map(|fact| &fact.condition));
    for test in all.flat_map(Guarded::tests) {
        match &test.subject {
            Subject::Question { question, .. } => drop(read.insert(*question)),
            Subject::Level(_) => {
                let level = &content.level;
                read.extend([level.competence].iter().chain(&level.specialist).chain(&level.municipal).copied());
            }
            Subject::Fact(_) => {}
        }
    }
    if let Some(item) = item_of(&rule.test) {
        for region in rule.stands.keys().filter_map(|region| content.regions.get(region)) {
            read.extend(region.items.iter().filter(|one| one.id == item).flat_map(|one| one.questions.iter().copied()));
        }
    }
    read
}

fn thresholds(content: &Content, speaker: &Speaker<'_>, rule: &RuleContent) -> String {
    let read = reads(content, rule);
    let mut text = String::new();
    for (question, at) in content.threshold_uses.iter().filter(|(question, _)| read.contains(question)) {
        let Some(threshold) = content.thresholds.get(*at) else { continue };
        let source = threshold.source.map(|source| super::sources::one(content, source)).unwrap_or_default();
        let from = threshold.from.as_ref().map(|day| format!(", fra {day}")).unwrap_or_default();
        text.push_str(&format!("- {} ({}): {}{from}. Kilde: {source}\n", threshold.about, speaker.question(*question), threshold.value));
    }
    if text.is_empty() { text } else { format!("\nGrensene:\n\n{text}") }
}

fn questions(content: &Content, speaker: &Speaker<'_>, rule: &RuleContent) -> String {
    let mut text = String::new();
    for question in reads(content, rule) {
        let Some(words) = speaker.words.question(question) else { continue };
        text.push_str(&format!("- **{}** («{}»)", words.ask, words.letter));
        let options = words.options.join(" · ");
        if !options.is_empty() {
            text.push_str(&format!(": {options}"));
        }
        if let Some(Some(relevant)) = content.relevance.get(question.index()) {
            text.push_str(&format!(". Stilles når {}", speaker.guarded(relevant)));
        }
        if let Some(Some(regions)) = content.asked_in.get(question.index()) {
            let names: Vec<String> = regions.iter().map(|region| region_name(speaker, *region)).collect();
            text.push_str(&format!(". Stilles bare i {}", names.join(" og ")));
        }
        text.push('\n');
    }
    text
}

fn standing(content: &Content, speaker: &Speaker<'_>, at: usize, rule: &RuleContent) -> String {
    let mut text = String::new();
    for (region, standing) in &rule.stands {
        let basis = match standing.basis {
            Basis::Stated => "står i kilden",
            Basis::Interpreted => "vår tolkning",
        };
        let tags: Vec<String> = standing.sources.iter().map(|source| format!("`{}`", super::sources::tag(content, *source))).collect();
        text.push_str(&format!("- **{}**: {basis} ({})\n", region_name(speaker, *region), tags.join(", ")));
        if let Some(item) = item_of(&rule.test)
            && let Some(one) = content.regions.get(region).and_then(|of| of.items.iter().find(|one| one.id == item))
        {
            let which = if one.all { "alle spørsmålene" } else { "minst ett av spørsmålene" };
            let names: Vec<String> = one.questions.iter().map(|question| speaker.question(*question)).collect();
            text.push_str(&format!(
                "  - Punktet «{}» er beskrevet når {which} er det: {}.",
                speaker.item(item, Some(*region)),
                names.join(", ")
            ));
            if !one.relevant.when.is_empty() || !one.relevant.unless.is_empty() {
                text.push_str(&format!(" Det er aktuelt når {}.", speaker.guarded(&one.relevant)));
            }
            text.push('\n');
        }
        if let Some(why) = &standing.why_differs {
            let source = why.source.map(|source| format!(" (`{}`)", super::sources::tag(content, source))).unwrap_or_default();
            text.push_str(&format!("  - Her er det annerledes: {}{source}\n", why.reason));
            if let Some(own) = &standing.differs {
                text.push_str(&format!("  - {}\n", speaker.rule(&rule.test, Some(own), Some(*region))));
            }
            if why.words {
                let own = words_in(content, &speaker.words, at, *region).map_or("", |words| words.title.as_str());
                text.push_str(&format!("  - Tekstene er egne: «{own}»\n"));
            }
        }
    }
    text
}

/// The table of each region, those that are the same together.
fn tables(content: &Content, speaker: &Speaker<'_>, at: usize, rule: &RuleContent) -> String {
    let mut tables: Vec<(Vec<String>, String)> = Vec::new();
    for region in rule.stands.keys().filter(|region| content.regions.contains_key(region)) {
        let rulebook = compile(content, *region, Scope::Rule(at));
        let table = match rulebook.rules.first().map(|rule| &rule.test) {
            Some(RuleTest::When(node)) => {
                table::table(speaker, &rulebook, *node, &|result| if result == 1 { "slår til" } else { "slår ikke til" }.to_owned())
            }
            _ => {
                let item = rulebook.items.first();
                let relevance = item.map(|item| item.relevant);
                let table = relevance.map(|node| {
                    table::table(speaker, &rulebook, node, &|result| {
                        if result == 1 { "punktet er aktuelt" } else { "ikke aktuelt" }.to_owned()
                    })
                });
                let asked = item.into_iter().flat_map(|item| &item.questions).filter_map(|question| {
                    let relevant = content.relevance.get(question.index())?.as_ref()?;
                    Some(format!("{} stilles når {}.\n", speaker.question(*question), speaker.guarded(relevant)))
                });
                let asked: String = asked.collect();
                let always = "Punktet er alltid aktuelt så lenge spørsmålet stilles. Tomt svar: mangler. Bare allmenne ord: vagt. «Vet ikke»: uavgjort.\n";
                let table = table.filter(|table| !table.is_empty()).unwrap_or_else(|| always.to_owned());
                format!("{table}{asked}")
            }
        };
        let name = region_name(speaker, *region);
        match tables.iter_mut().find(|(_, known)| *known == table) {
            Some((names, _)) => names.push(name),
            None => tables.push((vec![name], table)),
        }
    }
    let several = tables.len() > 1;
    let shown = tables.into_iter().map(|(names, table)| if several { format!("**{}**\n\n{table}", names.join(" og ")) } else { table });
    shown.collect::<Vec<_>>().join("\n")
}

fn cases(content: &Content, speaker: &Speaker<'_>, rule: &RuleContent) -> String {
    let mut text = "| Eksempel | Svar | Ventet |\n|---|---|---|\n".to_owned();
    for case in &rule.cases {
        let answers: Vec<String> = case
            .answers
            .iter()
            .filter_map(|(id, answer)| {
                let name = speaker.words.question(id)?.letter.clone();
                Some(format!("{name}: {}", answer_text(&speaker.words, id, content.questions.get(id.index())?, answer)))
            })
            .collect();
        let expect = match case.expect {
            Expect::Holds => "slår til",
            Expect::Fails => "slår ikke til",
            Expect::Undecided => "uavgjort",
        };
        let region = case.region.map(|region| format!(" ({})", region_name(speaker, region))).unwrap_or_default();
        let source = case.source.map(|source| format!(", `{}`", super::sources::tag(content, source))).unwrap_or_default();
        let answers = if answers.is_empty() { "ingen svar".to_owned() } else { answers.join("; ") };
        text.push_str(&format!("| {}{region} | {} | {expect}{source} |\n", case.name, answers.replace('|', "/")));
    }
    text
}

fn sources(content: &Content, rule: &RuleContent) -> String {
    let of_standing = rule
        .stands
        .values()
        .flat_map(|standing| standing.sources.iter().copied().chain(standing.why_differs.as_ref().and_then(|why| why.source)));
    let all: Vec<_> = of_standing.chain(rule.cases.iter().filter_map(|case| case.source)).collect();
    cited(content, &all)
}

fn texts(content: &Content, at: usize) -> String {
    let mut text = String::new();
    let Some(rule) = content.rules.get(at) else { return text };
    for (lang, name) in [(Lang::Nb, "Bokmål"), (Lang::Nn, "Nynorsk"), (Lang::En, "Engelsk")] {
        let words = content.words(lang);
        let mut known: Vec<RuleWords> = Vec::new();
        for region in rule.stands.keys() {
            let Some(own) = words_in(content, &words, at, *region).filter(|own| !known.contains(own)) else { continue };
            known.push(own.clone());
            let here = if rule.stands.values().any(|standing| standing.why_differs.as_ref().is_some_and(|why| why.words)) {
                format!(", {}", words.region(*region).map_or("", |words| words.name.as_str()))
            } else {
                String::new()
            };
            text.push_str(&format!("\n### {name}{here}\n\n**{}**\n\n{}\n\n{}\n", own.title, own.why, own.fix));
        }
    }
    text
}
