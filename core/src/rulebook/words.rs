//! The words of one language: read late, by the summary and the page. One file a language, made from the same content.

use super::{GuidanceId, ItemId, OptionId, QuestionId, Region, RuleId, Ui};
use crate::ui;

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        let first = tag.split(['-', '_']).next().unwrap_or("");
        let first = if first.eq_ignore_ascii_case("no") { "nb" } else { first };
        Self::ALL.into_iter().find(|lang| first.eq_ignore_ascii_case(lang.id()))
    }
}

/// All words of one language, by position in the rulebooks' tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The content's fingerprint; words and rulebook of two builds do not fit.
    pub version: String,
    /// The page's own texts, by place in the list of keys.
    pub ui: Vec<String>,
    /// Headings of the sections.
    pub sections: Vec<String>,
    /// By question.
    pub questions: Vec<QuestionWords>,
    /// Every distinct rule text; regions point into it.
    pub rules: Vec<RuleWords>,
    /// By destination.
    pub destinations: Vec<DestinationWords>,
    /// Every piece of guidance; regions point into it.
    pub guidance: Vec<GuidanceWords>,
    /// By region.
    pub regions: Vec<RegionWords>,
}

/// The words of a question.
#[derive(Debug, Clone, PartialEq, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleWords {
    /// The problem.
    pub title: String,
    /// Why the assessor cares.
    pub why: String,
    /// What to do.
    pub fix: String,
}

/// The words of a destination.
#[derive(Debug, Clone, PartialEq)]
pub struct DestinationWords {
    /// Its name.
    pub name: String,
    /// How the referral gets there.
    pub how: String,
    /// Its name in the address register.
    pub electronic: Option<String>,
    /// Where letters go.
    pub post: Option<String>,
    /// Its telephone.
    pub telephone: Option<String>,
}

/// The words of a piece of guidance.
#[derive(Debug, Clone, PartialEq)]
pub struct GuidanceWords {
    /// What it is about; empty for a lean, which stands under a heading of its own.
    pub title: String,
    /// What the source tells.
    pub text: String,
}

/// The words of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionWords {
    /// Which it is.
    pub region: Region,
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
    /// By step of the route list: how it gets there in this region, where that differs from the destination's own words.
    pub steps: Vec<Option<String>>,
    /// By piece of guidance: position in `Words::guidance`.
    pub guidance: Vec<u16>,
    /// By layout, then section: headings.
    pub layouts: Vec<Vec<String>>,
}

impl Words {
    /// A language that has no words yet.
    #[must_use]
    pub fn none(lang: Lang, version: String) -> Self {
        Self {
            lang,
            version,
            ui: Vec::new(),
            sections: Vec::new(),
            questions: Vec::new(),
            rules: Vec::new(),
            destinations: Vec::new(),
            guidance: Vec::new(),
            regions: Vec::new(),
        }
    }

    /// A text of the page; empty only before there are words.
    #[must_use]
    pub fn ui(&self, text: Ui) -> &str {
        self.ui.get(text.index()).map_or("", String::as_str)
    }

    /// A text of the page by its key, for authors' tools; the key itself where there is none.
    #[cfg(feature = "authoring")]
    #[must_use]
    pub fn ui_named<'a>(&'a self, key: &'a str) -> &'a str {
        Ui::find(key).map_or(key, |text| self.ui(text))
    }

    /// The name of a month, 1 to 12.
    #[must_use]
    pub fn month(&self, number: u8) -> &str {
        const MONTHS: [Ui; 12] = [
            ui!("month-1"),
            ui!("month-2"),
            ui!("month-3"),
            ui!("month-4"),
            ui!("month-5"),
            ui!("month-6"),
            ui!("month-7"),
            ui!("month-8"),
            ui!("month-9"),
            ui!("month-10"),
            ui!("month-11"),
            ui!("month-12"),
        ];
        MONTHS.get(usize::from(number).wrapping_sub(1)).map_or("", |month| self.ui(*month))
    }

    /// A text of the page with `{name}` filled in.
    #[must_use]
    pub fn ui_with(&self, text: Ui, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.ui(text);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let value = values.iter().find_map(|(name, value)| Some((value, after.strip_prefix(name)?.strip_prefix('}')?)));
            match value {
                Some((value, behind)) => {
                    filled.push_str(value);
                    rest = behind;
                }
                None => {
                    filled.push('{');
                    rest = after;
                }
            }
        }
        filled.push_str(rest);
        filled
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

    /// The words of a region.
    #[must_use]
    pub fn region(&self, region: Region) -> Option<&RegionWords> {
        self.regions.iter().find(|words| words.region == region)
    }

    /// The words of a rule in a region.
    #[must_use]
    pub fn rule(&self, region: Region, rule: RuleId) -> Option<&RuleWords> {
        let place = self.region(region)?.rules.get(rule.index())?;
        self.rules.get(usize::from(*place))
    }

    /// The words of a piece of guidance in a region.
    #[must_use]
    pub fn guidance(&self, region: Region, guidance: GuidanceId) -> Option<&GuidanceWords> {
        let place = self.region(region)?.guidance.get(guidance.index())?;
        self.guidance.get(usize::from(*place))
    }

    /// The words of a checklist item in a region.
    #[must_use]
    pub fn item(&self, region: Region, item: ItemId) -> &str {
        self.region(region).and_then(|words| words.items.get(item.index())).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words { ui: vec![text.to_owned(); Ui::count()], ..Words::none(Lang::Nb, String::new()) }
    }

    #[test]
    fn names_in_braces_are_filled_in_and_other_braces_stand() {
        let filled = words("{a}, {ab} { {c}{a}").ui_with(ui!("title"), &[("a", "1"), ("ab", "{a}")]);
        assert_eq!(filled, "1, {a} { {c}1");
    }

    #[test]
    fn the_first_part_of_a_tag_names_the_language() {
        assert_eq!(
            ["NO", "nb-NO", "nn_NO", "En", "de", ""].map(Lang::from_tag),
            [Some(Lang::Nb), Some(Lang::Nb), Some(Lang::Nn), Some(Lang::En), None, None]
        );
    }
}
