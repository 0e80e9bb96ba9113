//! The three languages say the same: no part left out, no placeholder lost, and nynorsk that is written, not copied.
//!
//! Reads the files as written, so every kind of record that has texts is checked, and told with its own line.

use super::super::problem::{Files, Problem, place};
use super::super::raw::Name;
use super::super::read::Record;
use super::super::written::{Written, owner, strings};
use std::collections::BTreeMap;

const LANGS: [&str; 3] = ["nb", "nn", "en"];

/// Every problem with the languages.
pub fn languages(files: &Files, same: Option<&Record<Vec<Name>>>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let allowed: Vec<&str> = same.into_iter().flat_map(|record| &record.value).map(|text| text.get_ref().as_str()).collect();
    let mut met = vec![false; allowed.len()];
    for group in groups(files) {
        let [nb, nn, en] = LANGS.map(|lang| group.texts.get(lang));
        let Some(nb) = nb else { continue };
        for (lang, other) in [("nn", nn), ("en", en)] {
            match other {
                // A language that is missing as a whole is told by the record.
                None if group.has(lang) => problems.push(files.problem(
                    &nb.at,
                    format!("{} is not there in `{lang}`", group.named(files)),
                    Some(format!("write it in `{lang}` too; all three languages say the same")),
                )),
                Some(other) if placeholders(&other.text) != placeholders(&nb.text) => problems.push(files.problem(
                    &other.at,
                    format!("{} has other placeholders in `{lang}`", group.named(files)),
                    Some(format!("exactly these: {}", shown(&placeholders(&nb.text)))),
                )),
                _ => {}
            }
        }
        let Some(nn) = nn.filter(|nn| nn.text == nb.text && words(&nn.text) > 2) else { continue };
        match allowed.iter().position(|text| *text == nn.text) {
            Some(at) => met.iter_mut().skip(at).take(1).for_each(|met| *met = true),
            None => problems.push(files.problem(
                &nn.at,
                format!("{} is the same in nynorsk as in bokmål: «{}»", group.named(files), nn.text),
                Some("write it in nynorsk; is it good in both, add it to `same` in content/nynorsk.toml".to_owned()),
            )),
        }
    }
    for (text, _) in same.into_iter().flat_map(|record| &record.value).zip(met).filter(|(_, met)| !met) {
        let at = place(same.map_or(0, |record| record.file), &text.span());
        problems.push(files.problem(
            &at,
            format!("«{}» is nowhere the same in nynorsk and bokmål", text.get_ref()),
            Some("remove it from `same`, or see that it is written exactly as the text".to_owned()),
        ));
    }
    problems
}

/// One text in its languages.
struct Group {
    /// Where one of its texts is written: the file, and the way to it.
    path: (usize, Vec<String>),
    texts: BTreeMap<&'static str, Text>,
    /// The languages the record has at all.
    present: Vec<&'static str>,
}

struct Text {
    at: super::super::problem::Place,
    text: String,
}

impl Group {
    /// What to call it in a message. Looked up only when there is something to say.
    fn named(&self, files: &Files) -> String {
        let (file, path) = &self.path;
        let Some((name, text)) = files.files.get(*file) else { return String::new() };
        if page_language(name).is_some() {
            return format!("ui text `{}`", path.join("."));
        }
        let of = owner(&strings(text), path).map(|id| format!(" of `{id}`")).unwrap_or_default();
        let part = path.iter().rev().find(|part| part.parse::<usize>().is_err() && !LANGS.contains(&part.as_str()));
        format!("`{}`{of}", part.map_or("text", String::as_str))
    }

    fn has(&self, lang: &str) -> bool {
        self.present.contains(&lang)
    }
}

/// The language of a file of the page's own texts.
fn page_language(name: &str) -> Option<&'static str> {
    LANGS.into_iter().find(|lang| name.ends_with(&format!("ui/{lang}.toml")))
}

fn groups(files: &Files) -> Vec<Group> {
    let mut all = Vec::new();
    // The page's own texts are one file a language; which keys there are is checked where they are read.
    let mut page: BTreeMap<String, Group> = BTreeMap::new();
    for (file, (name, text)) in files.files.iter().enumerate() {
        let written = strings(text);
        if let Some(lang) = page_language(name) {
            for one in written {
                let group = page.entry(one.path.join(".")).or_insert_with(|| Group {
                    path: (file, one.path.clone()),
                    texts: BTreeMap::new(),
                    present: Vec::new(),
                });
                group.texts.insert(lang, Text { at: place(file, &one.span), text: one.text });
            }
            continue;
        }
        all.extend(of_file(file, &written));
    }
    all.extend(page.into_values());
    all
}

/// The texts of a file: `….nb.ask`, `….nn.ask` and `….en.ask` are one.
fn of_file(file: usize, written: &[Written]) -> Vec<Group> {
    let mut found: BTreeMap<(&[String], &[String]), Group> = BTreeMap::new();
    let mut present: BTreeMap<&[String], Vec<&'static str>> = BTreeMap::new();
    for one in written {
        let Some((at, lang)) =
            one.path.iter().enumerate().find_map(|(at, key)| LANGS.into_iter().find(|lang| lang == key).map(|lang| (at, lang)))
        else {
            continue;
        };
        let (before, after) = (one.path.get(..at).unwrap_or_default(), one.path.get(at + 1..).unwrap_or_default());
        let langs = present.entry(before).or_default();
        if !langs.contains(&lang) {
            langs.push(lang);
        }
        let new = || Group { path: (file, one.path.clone()), texts: BTreeMap::new(), present: Vec::new() };
        let group = found.entry((before, after)).or_insert_with(new);
        group.texts.insert(lang, Text { at: place(file, &one.span), text: one.text.clone() });
    }
    found.into_iter().map(|((before, _), group)| Group { present: present.get(before).cloned().unwrap_or_default(), ..group }).collect()
}

/// The names in braces, each once.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn shown(names: &[&str]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" ") }
}

/// How many words a text has, placeholders and numbers left out.
fn words(text: &str) -> usize {
    let mut inside = false;
    let plain: String = text
        .chars()
        .map(|letter| {
            inside = (inside || letter == '{') && letter != '}';
            if inside { ' ' } else { letter }
        })
        .collect();
    plain.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).count()
}
