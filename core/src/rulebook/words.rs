//! The words of one language: read late, by the summary and the page. One file a language, made from the same content.

use super::{ItemId, OptionId, QuestionId, Region, RuleId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Bokmål, the source language.
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Lang {
    /// All three, in the order they are offered.
    pub const ALL: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

    /// `nb`, `nn`, `en`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::En => "en",
        }
    }

    /// The language of a tag: its first part counts, `no` is bokmål.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next().unwrap_or("").to_lowercase().as_str() {
            "nb" | "no" => Some(Lang::Nb),
            "nn" => Some(Lang::Nn),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// All words of one language, by position in the rulebooks' tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The content's fingerprint; words and rulebook of two builds do not fit.
    pub version: String,
    /// The page's own texts, by key.
    pub ui: BTreeMap<String, String>,
    /// Headings of the sections.
    pub sections: Vec<String>,
    /// By question.
    pub questions: Vec<QuestionWords>,
    /// Every distinct rule text; regions point into it.
    pub rules: Vec<RuleWords>,
    /// By destination.
    pub destinations: Vec<DestinationWords>,
    /// By lean.
    pub leans: Vec<String>,
    /// By region.
    pub regions: BTreeMap<Region, RegionWords>,
}

/// The words of a question.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct QuestionWords {
    /// As asked.
    pub ask: String,
    /// One short explanation.
    pub help: Option<String>,
    /// One good example.
    pub example: Option<String>,
    /// Its name in the letter.
    pub letter: String,
    /// By option.
    pub options: Vec<String>,
    /// Sentences for the letter by option; none: "name: option". Empty: nothing is printed.
    pub letters: Vec<Option<String>>,
    /// Its line in the list of attachments.
    pub attachment: Option<String>,
}

/// The words of a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RuleWords {
    /// The problem.
    pub title: String,
    /// Why the assessor cares.
    pub why: String,
    /// What to do.
    pub fix: String,
}

/// The words of a destination.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DestinationWords {
    /// Its name.
    pub name: String,
    /// How the referral gets there.
    pub how: String,
}

/// The words of a region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegionWords {
    /// Its name.
    pub name: String,
    /// The assessing unit.
    pub unit: String,
    /// What the reader must know about the list.
    pub note: String,
    /// By item.
    pub items: Vec<String>,
    /// By rule: position in `Words::rules`.
    pub rules: Vec<u16>,
    /// By layout, then section: headings.
    pub layouts: Vec<Vec<String>>,
}

impl Words {
    /// A text of the page. A key that content lacks is a build error, so the key itself is never shown.
    #[must_use]
    pub fn ui<'a>(&'a self, key: &'a str) -> &'a str {
        self.ui.get(key).map_or(key, String::as_str)
    }

    /// A text of the page with `{name}` filled in.
    #[must_use]
    pub fn ui_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.ui(key).to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// The words of a question.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> Option<&QuestionWords> {
        self.questions.get(id.index())
    }

    /// An option's words; `unknown` and `unaffected` are ui texts.
    #[must_use]
    pub fn option(&self, question: QuestionId, option: OptionId) -> &str {
        self.question(question).and_then(|words| words.options.get(option.index())).map_or("", String::as_str)
    }

    /// The words of a rule in a region.
    #[must_use]
    pub fn rule(&self, region: Region, rule: RuleId) -> Option<&RuleWords> {
        let place = self.regions.get(&region)?.rules.get(rule.index())?;
        self.rules.get(usize::from(*place))
    }

    /// The words of a checklist item in a region.
    #[must_use]
    pub fn item(&self, region: Region, item: ItemId) -> &str {
        self.regions.get(&region).and_then(|words| words.items.get(item.index())).map_or("", String::as_str)
    }
}
