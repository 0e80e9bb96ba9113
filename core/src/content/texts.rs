//! The words of the three languages, complete and of the same shape.

use super::raw::{Name, Texts};
use super::resolve::Resolver;
use super::{GuidanceContent, RegionContent, RuleContent};
use crate::rulebook::words::{DestinationWords, GuidanceWords, Lang, QuestionWords, RegionWords, RuleWords, Words};
use crate::rulebook::{Question, Region, Ui};
use std::collections::BTreeMap;

/// The words of every language.
pub(super) fn words(
    resolver: &mut Resolver<'_>,
    version: &str,
    rules: &[RuleContent],
    guidance: &[GuidanceContent],
    regions: &BTreeMap<Region, RegionContent>,
) -> BTreeMap<Lang, Words> {
    same_ui_keys(resolver);
    Lang::ALL.into_iter().map(|lang| (lang, in_language(resolver, lang, version, rules, guidance, regions))).collect()
}

/// The text of one language; a missing one is a problem.
fn pick<'t, T>(resolver: &mut Resolver<'_>, file: usize, name: &Name, texts: &'t Texts<T>, lang: Lang) -> Option<&'t T> {
    let text = match lang {
        Lang::Nb => &texts.nb,
        Lang::Nn => &texts.nn,
        Lang::En => &texts.en,
    };
    if text.is_none() {
        resolver.wrong(
            file,
            name,
            format!("`{}` has no text in `{}`", name.get_ref(), lang.id()),
            Some("all three languages are there, or it cannot be shown".to_owned()),
        );
    }
    text.as_ref()
}

fn said(resolver: &mut Resolver<'_>, file: usize, name: &Name, text: &str) -> String {
    if text.trim().is_empty() {
        resolver.wrong(file, name, format!("`{}` has an empty text", name.get_ref()), Some("write it in every language".to_owned()));
    }
    if let Some(letter) = text
        .chars()
        .find(|letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}' | '\u{feff}'))
    {
        resolver.wrong(
            file,
            name,
            format!("`{}` holds the invisible character U+{:04X}", name.get_ref(), letter as u32),
            Some("type the text again".to_owned()),
        );
    }
    text.trim().to_owned()
}

fn in_language(
    resolver: &mut Resolver<'_>,
    lang: Lang,
    version: &str,
    rules: &[RuleContent],
    guidance: &[GuidanceContent],
    regions: &BTreeMap<Region, RegionContent>,
) -> Words {
    let raw = resolver.raw;
    let texts = raw.ui.get(lang.id()).map(|record| &record.value);
    let of_key = |key: &str| texts?.iter().find(|(known, _)| known.get_ref() == key).map(|(_, text)| text.clone());
    let ui: Vec<String> = Ui::keys().map(|key| of_key(key).unwrap_or_default()).collect();
    let mut sections = Vec::new();
    for record in &raw.sections {
        let title = pick(resolver, record.file, &record.value.id, &record.value.title, lang).cloned().unwrap_or_default();
        sections.push(said(resolver, record.file, &record.value.id, &title));
    }
    let mut questions = Vec::new();
    for (at, record) in raw.questions.iter().enumerate() {
        let Some(question) = resolver.questions.get(at).cloned() else { continue };
        let text = pick(resolver, record.file, &record.value.id, &record.value.text, lang);
        questions.push(text.map(|text| question_words(resolver, record.file, &record.value.id, &question, text, &ui)).unwrap_or_default());
    }
    let mut destinations = Vec::new();
    for record in &raw.destinations {
        let text = pick(resolver, record.file, &record.value.id, &record.value.text, lang);
        let (name, how) = text.map(|text| (text.name.clone(), text.how.clone())).unwrap_or_default();
        let contact = record.value.contact.as_ref();
        destinations.push(DestinationWords {
            name: said(resolver, record.file, &record.value.id, &name),
            how: said(resolver, record.file, &record.value.id, &how),
            electronic: contact.and_then(|contact| contact.electronic.clone()),
            post: contact.and_then(|contact| contact.post.clone()),
            telephone: contact.and_then(|contact| contact.telephone.clone()),
        });
    }
    let mut told = Vec::new();
    for one in guidance {
        let Some(record) = raw.guidance.iter().find(|record| *record.value.id.get_ref() == one.id) else { continue };
        let (file, id) = (record.file, &record.value.id);
        let Some(text) = pick(resolver, file, id, &record.value.text, lang) else { continue };
        let title = text.title.as_ref().map(|title| said(resolver, file, id, title)).unwrap_or_default();
        told.push(GuidanceWords { title, text: said(resolver, file, id, &text.text) });
    }
    let mut words = Words { ui, sections, questions, destinations, guidance: told, ..Words::none(lang, version.to_owned()) };
    for region in regions.keys() {
        let region_words = region_words(resolver, lang, *region, rules, guidance, regions, &mut words.rules);
        words.regions.extend(region_words);
    }
    words
}

fn question_words(
    resolver: &mut Resolver<'_>,
    file: usize,
    id: &Name,
    question: &Question,
    text: &super::raw::QuestionText,
    ui: &[String],
) -> QuestionWords {
    for name in text.options.keys().chain(text.letters.keys()) {
        resolver.option(file, question, name);
    }
    let by_option = |table: &BTreeMap<Name, String>, option: &str| {
        table.iter().find(|(name, _)| name.get_ref() == option).map(|(_, text)| text.clone())
    };
    let yes_no = matches!(question.kind, crate::rulebook::QuestionKind::Choice { yes_no: true, .. });
    let mut options = Vec::new();
    for option in question.options() {
        let text = by_option(&text.options, option);
        if text.is_none() && !yes_no {
            resolver.wrong(
                file,
                id,
                format!("`{}` has no words for its option `{option}`", question.id),
                Some(format!("options.{option} = \"…\" in every language")),
            );
        }
        // Yes and no are the same words everywhere: ui texts.
        options.push(text.or_else(|| Ui::find(option).and_then(|text| ui.get(text.index()).cloned())).unwrap_or_else(|| option.clone()));
    }
    if question.attached_when.is_some() && text.attachment.is_none() {
        resolver.wrong(
            file,
            id,
            format!("`{}` has no line for the list of attachments", question.id),
            Some("attachment = \"…\"".to_owned()),
        );
    }
    QuestionWords {
        ask: said(resolver, file, id, &text.ask),
        help: text.help.clone(),
        example: text.example.clone(),
        letter: said(resolver, file, id, &text.letter),
        letters: question.options().iter().map(|option| by_option(&text.letters, option)).collect(),
        options,
        attachment: text.attachment.clone(),
    }
}

fn region_words(
    resolver: &mut Resolver<'_>,
    lang: Lang,
    region: Region,
    rules: &[RuleContent],
    guidance: &[GuidanceContent],
    regions: &BTreeMap<Region, RegionContent>,
    pool: &mut Vec<RuleWords>,
) -> Option<RegionWords> {
    let raw = resolver.raw;
    let of_region = raw.regions.iter().find(|raw| raw.region.as_ref().is_some_and(|record| record.value.id.get_ref() == region.id()))?;
    let record = of_region.region.as_ref()?;
    let text = pick(resolver, record.file, &record.value.id, &record.value.text, lang)?;
    let mut items = Vec::new();
    for item in &of_region.items {
        let text = pick(resolver, item.file, &item.value.id, &item.value.text, lang).cloned().unwrap_or_default();
        items.push(said(resolver, item.file, &item.value.id, &text));
    }
    let mut rule_places = Vec::new();
    for rule in rules.iter().filter(|rule| rule.stands.contains_key(&region)) {
        let record = raw.rules.iter().find(|record| *record.value.id.get_ref() == rule.id)?;
        let Some(text) = pick(resolver, record.file, &record.value.id, &record.value.text, lang) else { continue };
        let own = of_region
            .differs
            .iter()
            .find(|differs| *differs.value.rule.get_ref() == rule.id)
            .and_then(|differs| differs.value.text.as_ref());
        let own = own.and_then(|own| match lang {
            Lang::Nb => own.nb.as_ref(),
            Lang::Nn => own.nn.as_ref(),
            Lang::En => own.en.as_ref(),
        });
        let text = RuleWords {
            title: said(resolver, record.file, &record.value.id, own.and_then(|own| own.title.as_ref()).unwrap_or(&text.title)),
            why: said(resolver, record.file, &record.value.id, own.and_then(|own| own.why.as_ref()).unwrap_or(&text.why)),
            fix: said(resolver, record.file, &record.value.id, own.and_then(|own| own.fix.as_ref()).unwrap_or(&text.fix)),
        };
        let place = pool.iter().position(|known| *known == text).unwrap_or_else(|| {
            pool.push(text);
            pool.len() - 1
        });
        rule_places.push(u16::try_from(place).unwrap_or(u16::MAX));
    }
    let mut layouts = Vec::new();
    for layout in &regions.get(&region)?.layouts {
        let record = raw.layouts.iter().find(|record| {
            *record.value.id.get_ref() == layout.id && record.value.region.as_ref().is_none_or(|only| only.get_ref() == region.id())
        })?;
        let mut headings = Vec::new();
        for section in &record.value.section {
            headings.push(pick(resolver, record.file, &section.id, &section.title, lang).cloned().unwrap_or_default());
        }
        layouts.push(headings);
    }
    let mut steps = Vec::new();
    for step in &of_region.routes {
        let own = step.value.text.as_ref().and_then(|texts| pick(resolver, step.file, &step.value.to, texts, lang));
        steps.push(own.map(|text| said(resolver, step.file, &step.value.to, &text.how)));
    }
    let here = guidance.iter().enumerate().filter(|(_, one)| one.stands_in(region));
    let guidance = here.map(|(at, _)| u16::try_from(at).unwrap_or(u16::MAX)).collect();
    let (name, unit, note) = (text.name.clone(), text.unit.clone(), text.note.clone());
    Some(RegionWords { region, name, unit, note, items, rules: rule_places, steps, guidance, layouts })
}

/// The same keys in all three languages.
fn same_ui_keys(resolver: &mut Resolver<'_>) {
    let raw = resolver.raw;
    let Some(source) = raw.ui.get("nb") else { return };
    let mut wrong = Vec::new();
    for lang in ["nn", "en"] {
        let Some(other) = raw.ui.get(lang) else { continue };
        for key in source.value.keys() {
            if !other.value.contains_key(key) {
                wrong.push((source.file, key.span(), format!("ui text `{}` has no `{lang}`", key.get_ref())));
            }
        }
        for key in other.value.keys().filter(|key| !source.value.contains_key(*key)) {
            wrong.push((other.file, key.span(), format!("ui text `{}` is only in `{lang}`", key.get_ref())));
        }
    }
    for (file, span, message) in wrong {
        resolver.wrong_at(file, &span, message, Some("the same keys in nb, nn and en".to_owned()));
    }
}
