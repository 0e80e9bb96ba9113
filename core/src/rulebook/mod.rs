//! What a question, a rule, a checklist and a source are: valid by construction.
//!
//! A `Rulebook` is one region's complete rulebook. It is made only by `content` (checked), or loaded from
//! what `content` baked in the same build, so its indices always fit: no lookup in it can miss.
//! It holds ids and decision diagrams, no words; those are in `words`, one file a language.

mod baked;
mod bytes;
pub mod classes;
mod codes;
mod day;
pub mod diagram;
mod guidance;
pub mod ids;
mod kinds;
mod letters;
mod packed;
mod question;
mod refusals;
mod sets;
mod texts;
mod ui;
pub mod words;

use classes::Classifier;
#[cfg(feature = "authoring")]
pub use codes::write_list;
pub use codes::{CodeHint, is_found_by, look_up, look_up_some, plain, proposals};
pub use day::Day;
use diagram::{Diagrams, Node};
pub use guidance::{Guidance, GuidanceKind};
pub use ids::{DOOR, GuidanceId, ItemId, OptionId, QuestionId, Region, RuleId, SectionId, SourceId};
pub use kinds::{Basis, Level, RuleKind};
pub use letters::lower_case;
use packed::{packed, packed_enum};
pub use question::{Question, QuestionKind};
pub use refusals::{REFUSAL_REASONS, Refusal};
pub use sets::{QuestionSet, SectionSet};
pub use texts::Texts;
pub use ui::Ui;

/// One region's rulebook. The question table is the same in every region, so answers survive a change of region.
#[derive(Debug, Clone, PartialEq)]
pub struct Rulebook {
    /// The region.
    pub region: Region,
    /// Edition and fingerprint of the content, `2026.1+3f2a…`.
    pub version: String,
    /// `none` until a named clinician has reviewed the rules.
    pub review: String,
    /// The sections of the questionnaire.
    pub sections: Vec<String>,
    /// Every question, in content order.
    pub questions: Vec<Question>,
    /// What the tests of this region tell apart, by question.
    pub classifiers: Vec<Classifier>,
    /// The decision diagrams of every condition.
    pub diagrams: Diagrams,
    /// When each question is relevant, by question.
    pub relevance: Vec<Node>,
    /// The rules that stand here, in content order.
    pub rules: Vec<Rule>,
    /// The checklist, in the receiver's order.
    pub items: Vec<Item>,
    /// The level of care.
    pub level: LevelTable,
    /// Where the referral goes.
    pub route: RouteTable,
    /// What the sources tell of situations here, by kind, then content order.
    pub guidance: Vec<Guidance>,
    /// What diagnosis codes point to, the same in every region.
    pub codes: Vec<CodeHint>,
    /// What a refusal leads to, the same in every region.
    pub refusals: Vec<Refusal>,
    /// Every source, shared by all regions.
    pub sources: Vec<Source>,
    /// The orders of the letter that can be chosen here.
    pub layouts: Vec<Layout>,
    /// What decides: it stands first in the receiver's order.
    pub lead: Vec<QuestionId>,
    /// Sources of the checklist as a whole.
    pub checklist_sources: Vec<Citation>,
}

/// A place in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// The place in it.
    pub place: Option<u16>,
}

/// A rule as it stands in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Its id, named after the problem.
    pub id: String,
    /// Its kind.
    pub kind: RuleKind,
    /// The first day it stands.
    pub since: Day,
    /// The first day it no longer stands.
    pub until: Option<Day>,
    /// Stated or interpreted here.
    pub basis: Basis,
    /// Its sources here.
    pub sources: Vec<Citation>,
    /// What makes it hold.
    pub test: RuleTest,
    /// Where "go to the question" leads.
    pub goes_to: Option<QuestionId>,
}

/// What makes a rule hold.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleTest {
    /// A condition on the answers.
    When(Node),
    /// An item of the checklist in one of these states.
    Item {
        /// The item.
        item: ItemId,
        /// Holds when the item is missing.
        missing: bool,
        /// Holds when the item is vague.
        vague: bool,
    },
}

/// An item of the receiver's checklist.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its number in the receiver's list.
    pub number: Option<String>,
    /// The questions that describe it.
    pub questions: Vec<QuestionId>,
    /// Whether all of them must be described, or any is enough.
    pub all: bool,
    /// When it is relevant.
    pub relevant: Node,
    /// Its sources.
    pub sources: Vec<Citation>,
    /// Stated or interpreted.
    pub basis: Basis,
}

/// The decision table of the level, compiled.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelTable {
    /// The factor that weighs most.
    pub competence: QuestionId,
    /// The other factors that point to specialist care.
    pub specialist: Vec<QuestionId>,
    /// The factors that point to the municipality.
    pub municipal: Vec<QuestionId>,
    /// Terminal `i` is `Level::ALL[i]`.
    pub decision: Node,
    /// Sources.
    pub sources: Vec<Citation>,
    /// Stated or interpreted.
    pub basis: Basis,
}

/// The route list of the region, compiled.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteTable {
    /// The steps; terminal `i` of `decision` is step `i`.
    pub steps: Vec<RouteStep>,
    /// Which step decides.
    pub decision: Node,
    /// Every destination, for the words.
    pub destinations: Vec<Destination>,
}

/// A place a referral can go to. How to reach it stands in the words.
#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    /// Its id.
    pub id: String,
    /// Sources of its address and telephone.
    pub sources: Vec<Citation>,
    /// When they were last checked, ISO date; none: unknown.
    pub checked: Option<String>,
}

/// One step of the route list.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteStep {
    /// Index into `destinations`.
    pub to: u16,
    /// Sources.
    pub sources: Vec<Citation>,
    /// Stated or interpreted.
    pub basis: Basis,
}

/// A published document.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its tag.
    pub id: String,
    /// Its title, in the language it was published in.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Date or year as known; none: unknown.
    pub dated: Option<String>,
    /// A full address as known.
    pub address: Option<String>,
    /// When it was last checked; none: unknown.
    pub checked: Option<String>,
    /// `high`, `medium`, `low`.
    pub confidence: String,
    /// Places: id and pointer.
    pub places: Vec<(String, String)>,
}

/// An order of the letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// `receiver`, `national`, `gp-seven`, `municipality`.
    pub id: String,
    /// A letter to the municipality instead of the referral.
    pub to_municipality: bool,
    /// Its sections.
    pub sections: Vec<LayoutSection>,
}

/// A section of the letter: id and questions.
#[derive(Debug, Clone, PartialEq)]
pub struct LayoutSection {
    /// Its id.
    pub id: String,
    /// Its questions in order.
    pub questions: Vec<QuestionId>,
}

packed! {
    Rulebook { region, version, review, sections, questions, classifiers, diagrams, relevance, rules, items, level, route, guidance, codes, refusals, sources, layouts, lead, checklist_sources }
    Citation { source, place }
    Rule { id, kind, since, until, basis, sources, test, goes_to }
    Item { id, number, questions, all, relevant, sources, basis }
    LevelTable { competence, specialist, municipal, decision, sources, basis }
    RouteTable { steps, decision, destinations }
    RouteStep { to, sources, basis }
    Destination { id, sources, checked }
    Source { id, title, publisher, dated, address, checked, confidence, places }
    Layout { id, to_municipality, sections }
    LayoutSection { id, questions }
}

packed_enum!(RuleTest { 0 Item { item, missing, vague }; else When(node) });

impl Rulebook {
    /// The question with this id.
    #[must_use]
    pub fn question_by_id(&self, id: &str) -> Option<QuestionId> {
        self.questions.iter().position(|question| question.id == id).map(QuestionId::at)
    }

    /// The question at this index. Answers are made from the same question table, so this never misses in practice.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.get(id.index())
    }

    /// Whether a question stands before the referral, for those who come with a refusal: nobody lacks an answer to it.
    #[must_use]
    pub fn is_door(&self, id: QuestionId) -> bool {
        self.question(id).is_some_and(|question| question.section == DOOR)
    }

    /// The id text of a question.
    #[must_use]
    pub fn question_name(&self, id: QuestionId) -> &str {
        self.question(id).map_or("", |question| question.id.as_str())
    }

    /// The rule with this id.
    #[must_use]
    pub fn rule_by_id(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// All questions with their ids, in content order.
    pub fn all_questions(&self) -> impl Iterator<Item = (QuestionId, &Question)> {
        self.questions.iter().enumerate().map(|(index, question)| (QuestionId::at(index), question))
    }

    /// The id of the destination a step of the route list leads to; `unknown` while none decides.
    #[must_use]
    pub fn leads_to(&self, step: Option<usize>) -> &str {
        let step = step.and_then(|step| self.route.steps.get(step));
        step.and_then(|step| self.route.destinations.get(usize::from(step.to))).map_or("unknown", |to| to.id.as_str())
    }

    /// The tag of a citation, `innlandet#avslag-3`.
    #[must_use]
    pub fn citation_tag(&self, citation: Citation) -> String {
        let Some(source) = self.sources.get(citation.source.index()) else { return String::new() };
        match citation.place.and_then(|place| source.places.get(usize::from(place))) {
            Some((place, _)) => [source.id.as_str(), "#", place].concat(),
            None => source.id.clone(),
        }
    }
}
