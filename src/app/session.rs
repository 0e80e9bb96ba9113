//! One element's state. Only answers, region, language and the doctor's replies are state; all else is derived.

use super::view::View;
use crate::calls::{Gives, Takes};
use crate::reactive::{Derived, Var, memo, memo_by};
use crate::rulebooks;
use hs_core::rulebook::Ui;
use hs_core::rulebook::words::{Lang, Words};
use hs_core::rulebook::{QuestionId, QuestionSet, Region, Rulebook, SectionSet};
use hs_core::summary::{Form, Replies, Summary, summarise};
use hs_core::ui;
use hs_core::{Answer, Answers, Assessment, assess};
use jiff::civil::Date;
use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::Element;

/// The question that the choice of region answers too, when the page asks where the patient lives.
const HOME_REGION: &str = "home-region";

/// What the page knows and what follows from it. Copied freely: it is only where the signals lie. That place, some hundred
/// bytes for each mounted view, is never given back; the values in the signals are, when their owner ends.
#[derive(Clone, Copy)]
pub struct Session(&'static Signals);

/// What a session is made of.
pub struct Signals {
    /// The region; none until chosen.
    pub region: Var<Option<Region>>,
    /// The language asked for; `words` follows when they are there.
    pub lang: Var<Lang>,
    /// The words on screen.
    pub words: Var<Arc<Words>>,
    /// What is answered.
    pub answers: Var<Answers>,
    /// Replies to findings, by rule id.
    pub replies: Var<Replies>,
    /// Answers that came from the host page and were not touched since.
    pub prefilled: Var<QuestionSet>,
    /// Sections the doctor has passed: what is missing in them is now called missing.
    pub passed: Var<SectionSet>,
    /// Whether a draft waits for an answer, and what storage can do.
    pub draft: Var<DraftState>,
    /// Messages in plain words: ui key and values to fill in.
    pub notices: Var<Vec<Notice>>,
    /// Grows when all is cleared: controls keep what was typed wrongly, so they are built anew.
    pub fresh: Var<u32>,
    /// A text from before that is looked through for traces: kept in no draft, and given to nobody.
    pub pasted: Var<String>,
    /// The code list of ICPC-2, a line a code; empty until it is there.
    pub codes: Var<Rc<str>>,
    /// Who answers for this copy, as the host says; empty when it says nothing.
    pub provider: Var<String>,
    /// How much of the page is unfolded.
    pub view: Var<View>,
    /// The day of assessment.
    pub today: Date,
    /// The rulebook of the region.
    pub rulebook: Derived<Option<&'static Rulebook>>,
    /// What the answers mean.
    pub assessment: Derived<Option<Arc<Assessment>>>,
    /// The referral text, or the letter to the municipality, in the form that is chosen.
    pub summary: Derived<Option<Arc<Summary>>>,
    /// Which order the text has.
    pub form: Var<Form>,
    /// What the element does for the page.
    pub outlet: Var<Outlet>,
}

/// A message for the doctor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What is told, a text of the page.
    pub key: Ui,
    /// Values to fill in.
    pub values: Vec<(&'static str, String)>,
}

/// Drafts, as the page sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftState {
    /// A draft was found and nothing of it is shown: the doctor chooses "continue" or "new patient". Clock time, "10.42".
    Offered {
        /// When it was begun.
        begun: String,
    },
    /// Nothing waits; answers are saved as they come.
    Saving,
    /// Storage is forbidden, full or switched off: answers live only on the page.
    NotSaved,
}

/// What the element does when the page asks.
pub struct Outlet {
    /// "Bruk i henvisningen": sends `hs-summary`.
    pub use_summary: Box<dyn Gives>,
    /// Prints an element of the page, and nothing else of the page; false where that is not allowed.
    pub print: Box<dyn for<'a> Takes<&'a Element, bool>>,
    /// Saves a text as a file.
    pub save: Box<dyn for<'a> Takes<&'a str>>,
    /// Continues the offered draft.
    pub continue_draft: Box<dyn Gives>,
    /// Deletes the offered draft and starts empty.
    pub new_patient: Box<dyn Gives>,
    /// Deletes everything: answers, replies, draft.
    pub delete_all: Box<dyn Gives>,
}

/// What a new patient's text begins with.
fn receivers_form() -> Form {
    "receiver".into()
}

impl Deref for Session {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

impl Session {
    /// A new session. Call inside a reactive owner.
    #[must_use]
    pub fn new(region: Option<Region>, words: Words, today: Date, outlet: Outlet) -> Self {
        let lang = Var::new(words.lang);
        let (region, words) = (Var::new(region), Var::new(Arc::new(words)));
        let (answers, replies, form) = (Var::new(Answers::new()), Var::new(Replies::new()), Var::new(receivers_form()));
        // One rulebook a region: what is in it need not be compared.
        let rulebook = memo_by(
            move || region.get().and_then(rulebooks::of),
            |before, now| {
                let region = |kept: &dyn Any| kept.downcast_ref::<Option<&'static Rulebook>>().copied().flatten().map(|one| one.region);
                region(before) == region(now)
            },
        );
        let assessment = memo(move || {
            let rulebook = rulebook.get()?;
            answers.with(|answers| Some(Arc::new(assess(rulebook, answers, today))))
        });
        let summary = memo(move || {
            let (rulebook, assessment, words) = (rulebook.get()?, assessment.get()?, words.get());
            let summary =
                answers.with(|answers| replies.with(|replies| summarise(rulebook, &words, answers, &assessment, replies, form.get())));
            Some(Arc::new(summary))
        });
        Self(Box::leak(Box::new(Signals {
            region,
            lang,
            words,
            answers,
            replies,
            prefilled: Var::new(QuestionSet::new()),
            passed: Var::new(SectionSet::new()),
            draft: Var::new(DraftState::Saving),
            notices: Var::new(Vec::new()),
            fresh: Var::new(0),
            pasted: Var::new(String::new()),
            codes: Var::new(Rc::from("")),
            provider: Var::new(String::new()),
            view: Var::new(View::default()),
            today,
            rulebook,
            assessment,
            summary,
            form,
            outlet: Var::new(outlet),
        })))
    }

    /// The doctor says where the patient lives: that region's list stands, and the question about it is answered for now.
    pub fn choose_home(self, region: Region) {
        self.region.set(Some(region));
        let Some(rulebook) = rulebooks::of(region) else { return };
        let Some(question) = rulebook.question_by_id(HOME_REGION) else { return };
        let home = rulebook.question(question).and_then(|question| question.option_by_id(region.id()));
        if let (Some(home), true) = (home, self.answers.with_untracked(|answers| answers.get(question).is_none())) {
            self.prefilled.update(|prefilled| {
                prefilled.insert(question);
            });
            self.answers.update(|answers| answers.set(question, Answer::Choice(home)));
        }
    }

    /// The name the letter has for a question. What is no question has a name for programs only.
    pub fn name_of(self, question: &str) -> String {
        let id = rulebooks::any(None).and_then(|rulebook| rulebook.question_by_id(question));
        self.words.with_untracked(|words| {
            id.and_then(|id| words.question(id)).map_or_else(|| words.ui(ui!("question-unknown")).to_owned(), |words| words.letter.clone())
        })
    }

    /// The doctor's own answer; a prefilled mark goes away with it.
    pub fn answer(self, question: QuestionId, answer: Answer) {
        self.touched(question);
        self.answers.update(|answers| answers.set(question, answer));
    }

    /// Takes an answer back: the question is open again.
    pub fn take_back(self, question: QuestionId) {
        self.touched(question);
        self.answers.maybe_update(|answers| answers.clear(question).is_some());
    }

    /// Whether nothing has been answered, replied or pasted.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.answers.with(Answers::is_empty) && self.replies.with(Replies::is_empty) && self.pasted.with(String::is_empty)
    }

    /// Empties the page: answers, replies, marks and messages. The region and the language stay.
    pub fn clear(self) {
        self.answers.set(Answers::new());
        self.replies.set(Replies::new());
        self.prefilled.set(QuestionSet::new());
        self.passed.set(SectionSet::new());
        self.notices.set(Vec::new());
        self.pasted.set(String::new());
        // Another patient's text does not go to the municipality because the last one's did.
        self.form.set(receivers_form());
        self.fresh.update(|fresh| *fresh = fresh.wrapping_add(1));
    }

    fn touched(self, question: QuestionId) {
        self.prefilled.maybe_update(|prefilled| prefilled.remove(question));
    }
}
