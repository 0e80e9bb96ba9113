//! `content/*.toml` -> checked content -> rulebooks, or every problem with file, line and help.
//!
//! Only at build time, in tests and in the tools. What comes out is valid: every name resolves, every clause matters,
//! every text is there in three languages, every statement has a source.

pub mod calendar;
mod cases;
mod check;
mod compile;
pub mod condition;
mod coverage;
pub mod diff;
mod grounds;
mod json;
mod load;
pub mod made;
mod meaning;
mod mutants;
pub mod pages;
pub mod patient;
pub mod problem;
pub mod raw;
mod read;
mod resolve;
pub mod review;
mod schema;
pub mod sentence;
mod sources;
mod texts;
mod words_file;
mod written;

pub use cases::{CaseResult, Expect, RuleCase, StateCase, run_cases};
pub use compile::{Scope, compile};
pub use coverage::{CoverageList, Covered, Point};
pub use load::{load, review_lock, unchecked};
pub use mutants::{Mutant, Tally, survivors, survivors_of};
pub use problem::Problem;
pub use read::shape;
pub use review::Review;
pub use words_file::words_to_lines;

use crate::rulebook::words::{Lang, Words};
use crate::rulebook::{
    Basis, Citation, CodeHint, Destination, GuidanceKind, Layout, Level, OptionId, Question, QuestionId, Refusal, Region, RuleKind,
    Rulebook, Source,
};
use condition::Guarded;
use jiff::civil::Date;
use problem::Place;
use std::collections::BTreeMap;

/// All content, every name resolved. Made by [`load`] only.
#[derive(Debug, Clone)]
pub struct Content {
    /// Edition and fingerprint, `2026.1+3f2a…`.
    pub version: String,
    /// `none` until a named clinician has reviewed.
    pub review: String,
    /// The last day before it should be gone through again.
    pub renew_by: Date,
    /// The day cases are assessed on unless they say otherwise.
    pub cases_on: Date,
    /// Section ids.
    pub sections: Vec<String>,
    /// Every question.
    pub questions: Vec<Question>,
    /// The regions each question is asked in, by question; none: all.
    pub asked_in: Vec<Option<Vec<Region>>>,
    /// When each question is relevant, by question; none: always.
    pub relevance: Vec<Option<Guarded>>,
    /// Cases of the relevance, by question.
    pub question_cases: Vec<Vec<StateCase>>,
    /// Named conditions.
    pub facts: Vec<Fact>,
    /// The level of care.
    pub level: LevelContent,
    /// Every destination.
    pub destinations: Vec<Destination>,
    /// Every rule, national ones first.
    pub rules: Vec<RuleContent>,
    /// Every piece of guidance, by kind, then in the order written.
    pub guidance: Vec<GuidanceContent>,
    /// What stands first in the receiver's order.
    pub lead: Vec<QuestionId>,
    /// What diagnosis codes point to.
    pub codes: Vec<CodeHint>,
    /// What a refusal leads to.
    pub refusals: Vec<Refusal>,
    /// What codes of ICPC-2 are also called: the code, and words in small letters.
    pub also_called: Vec<(String, Vec<String>)>,
    /// The regions with content.
    pub regions: BTreeMap<Region, RegionContent>,
    /// The published lists of each region, point by point.
    pub coverage: BTreeMap<Region, Vec<CoverageList>>,
    /// The thresholds.
    pub thresholds: Vec<ThresholdContent>,
    /// Which question is compared with which threshold, by position.
    pub threshold_uses: Vec<(QuestionId, usize)>,
    /// Every source.
    pub sources: Vec<Source>,
    /// The last day of each source, by source; none: it names none.
    pub valid_until: Vec<Option<Date>>,
    words: BTreeMap<Lang, Words>,
}

/// A named condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its id.
    pub id: String,
    /// What it says, in Norwegian.
    pub about: String,
    /// Its condition.
    pub condition: Guarded,
}

/// The level table as written.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelContent {
    /// The factor that weighs most.
    pub competence: QuestionId,
    /// The other specialist factors.
    pub specialist: Vec<QuestionId>,
    /// The municipal factors.
    pub municipal: Vec<QuestionId>,
    /// The rows.
    pub rows: Vec<LevelRow>,
    /// Sources.
    pub sources: Vec<Citation>,
    /// Basis.
    pub basis: Basis,
    /// Cases.
    pub cases: Vec<StateCase>,
}

/// One row of the level table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelRow {
    /// Whether specialised competence is needed.
    pub competence: bool,
    /// Fewest and most other specialist signs.
    pub specialist: [u8; 2],
    /// Fewest and most municipal signs.
    pub municipal: [u8; 2],
    /// The level.
    pub level: Level,
}

/// A number with a source, that conditions compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct ThresholdContent {
    /// Its id.
    pub id: String,
    /// What it is, in Norwegian.
    pub about: String,
    /// The number.
    pub value: i32,
    /// From which day.
    pub from: Option<String>,
    /// Its source.
    pub source: Option<Citation>,
}

/// A rule with its standing in each region.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleContent {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: RuleKind,
    /// First day.
    pub since: Date,
    /// First day it no longer stands.
    pub until: Option<Date>,
    /// Where "go to the question" leads.
    pub goes_to: Option<QuestionId>,
    /// What makes it hold.
    pub test: TestContent,
    /// Where it stands.
    pub stands: BTreeMap<Region, StandingContent>,
    /// The named review; none: not reviewed.
    pub review: Option<Review>,
    /// Its cases.
    pub cases: Vec<RuleCase>,
    /// Where it is written.
    pub place: Place,
}

/// What makes a rule hold.
#[derive(Debug, Clone, PartialEq)]
pub enum TestContent {
    /// A condition.
    When(Guarded),
    /// States of a checklist item.
    Item {
        /// The item's id.
        item: String,
        /// Holds when missing.
        missing: bool,
        /// Holds when vague.
        vague: bool,
    },
}

/// A rule's standing in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct StandingContent {
    /// Stated or interpreted.
    pub basis: Basis,
    /// National and regional sources.
    pub sources: Vec<Citation>,
    /// The region's own condition, where it differs.
    pub differs: Option<Guarded>,
    /// Why it differs there, in condition or in words.
    pub why_differs: Option<WhyDiffers>,
}

/// Why a rule differs in a region.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyDiffers {
    /// In Norwegian.
    pub reason: String,
    /// The source that says so.
    pub source: Option<Citation>,
    /// Whether the words differ.
    pub words: bool,
}

/// A piece of guidance.
#[derive(Debug, Clone, PartialEq)]
pub struct GuidanceContent {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: GuidanceKind,
    /// Where it is shown; none: everywhere.
    pub regions: Option<Vec<Region>>,
    /// The last day its source vouches for it.
    pub valid_until: Option<Date>,
    /// Basis.
    pub basis: Basis,
    /// Sources.
    pub sources: Vec<Citation>,
    /// When it is shown.
    pub when: Guarded,
    /// Its cases.
    pub cases: Vec<StateCase>,
    /// Where it is written.
    pub place: Place,
}

impl GuidanceContent {
    /// Whether it can be shown in a region.
    #[must_use]
    pub fn stands_in(&self, region: Region) -> bool {
        self.regions.as_ref().is_none_or(|regions| regions.contains(&region))
    }
}

/// A region's own content.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionContent {
    /// The checklist.
    pub items: Vec<ItemContent>,
    /// The route list.
    pub routes: Vec<RouteContent>,
    /// Cases of the route list.
    pub route_cases: Vec<StateCase>,
    /// Sources of the checklist as a whole.
    pub sources: Vec<Citation>,
    /// The orders of the letter.
    pub layouts: Vec<Layout>,
}

/// An item of a checklist.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemContent {
    /// Its id.
    pub id: String,
    /// Its number in the receiver's list.
    pub number: Option<String>,
    /// Its questions.
    pub questions: Vec<QuestionId>,
    /// All of them, or any.
    pub all: bool,
    /// When it is relevant.
    pub relevant: Guarded,
    /// Sources.
    pub sources: Vec<Citation>,
    /// Basis.
    pub basis: Basis,
    /// Cases of its state.
    pub cases: Vec<StateCase>,
    /// Where it is written.
    pub place: Place,
}

/// A step of a route list.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteContent {
    /// The destination, by position.
    pub to: usize,
    /// When.
    pub when: Guarded,
    /// Sources.
    pub sources: Vec<Citation>,
    /// Basis.
    pub basis: Basis,
}

impl Content {
    /// The regions there is content for.
    #[must_use]
    pub fn regions(&self) -> Vec<Region> {
        self.regions.keys().copied().collect()
    }

    /// The complete rulebook of a region.
    #[must_use]
    pub fn rulebook(&self, region: Region) -> Option<Rulebook> {
        self.regions.contains_key(&region).then(|| compile(self, region, Scope::All))
    }

    /// The words of a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Words {
        self.words.get(&lang).cloned().unwrap_or_else(|| Words::none(lang, self.version.clone()))
    }

    /// The question with this id.
    #[must_use]
    pub fn question_by_id(&self, id: &str) -> Option<QuestionId> {
        self.questions.iter().position(|question| question.id == id).map(QuestionId::at)
    }

    /// Whether a question is asked in a region at all.
    #[must_use]
    pub fn is_asked_in(&self, question: QuestionId, region: Region) -> bool {
        self.asked_in.get(question.index()).and_then(Option::as_ref).is_none_or(|regions| regions.contains(&region))
    }

    /// The options of a question that match a test, for the generated pages.
    #[must_use]
    pub fn option_names(&self, question: QuestionId, options: &[OptionId]) -> Vec<&str> {
        let question = self.questions.get(question.index());
        options.iter().filter_map(|option| question.map(|question| question.option_name(*option))).collect()
    }
}
