//! Where the doctor is on the page, and how to get elsewhere on it. Nothing here is kept or sent.

use super::session::Session;
use super::view::View;
use crate::reactive::{Derived, Var, follow, untrack};
use crate::rulebooks;
use crate::ui::findings::due::{Due, due_findings};
use crate::ui::progress::remaining;
use crate::work::{at_rest, at_work};
use any_spawner::Executor;
use hs_core::assess::ItemState;
use hs_core::numbers::{decimal, signed};
use hs_core::rulebook::words::Words;
use hs_core::rulebook::{ItemId, Level, QuestionId, SectionId, SectionSet, Ui};
use hs_core::starts::refusal_points;
use leptos_dom::helpers::request_animation_frame;
use std::ops::Deref;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The order of the text that is a letter to the municipality, and the question about what is asked of it.
const TO_MUNICIPALITY: &str = "municipality";
const MUNICIPAL_REQUEST: &str = "municipal-request";

/// The section that is unfolded to begin with: the one after the door.
const FIRST: SectionId = SectionId::at(1);

/// The session and the places of the page. Copied freely, as a session is.
#[derive(Clone, Copy)]
pub struct Page(&'static Places);

/// What a page is made of.
pub struct Places {
    /// Answers and what follows from them.
    pub session: Session,
    /// The outermost element: everything is looked up from here, never from the document.
    pub root: Var<Option<HtmlElement>>,
    /// The sections that are unfolded.
    pub open: Var<SectionSet>,
    /// Whether the referral text is unfolded.
    pub letter_open: Var<bool>,
    /// Whether the keyboard was used last.
    pub by_keys: Var<bool>,
    /// The section the doctor is in.
    pub at: Var<Option<SectionId>>,
    /// The question the doctor is in: its words are not judged while they are being written.
    pub editing: Var<Option<QuestionId>>,
    /// The findings that are shown.
    pub due: Derived<Vec<Due>>,
    /// How many items of the checklist are not described yet.
    pub remaining: Derived<usize>,
    /// The questions "next" has offered: those the doctor passed over come again when there are no others.
    offered: Var<Vec<QuestionId>>,
}

impl Deref for Page {
    type Target = Places;

    fn deref(&self) -> &Places {
        self.0
    }
}

impl Page {
    /// The page of a session: the first section is unfolded.
    #[must_use]
    pub fn new(session: Session) -> Self {
        let editing = Var::new(None);
        let page = Self(Box::leak(Box::new(Places {
            session,
            due: due_findings(session, editing),
            remaining: remaining(session),
            root: Var::new(None),
            open: Var::new(SectionSet::new()),
            letter_open: Var::new(false),
            by_keys: Var::new(false),
            at: Var::new(None),
            editing,
            offered: Var::new(Vec::new()),
        })));
        // Another view, by the doctor or the host: what is unfolded changes with it, and nothing else.
        follow(move || {
            let view = session.view.get();
            untrack(|| page.unfold_for(view, page.at.get()));
        });
        // Now, and when all is cleared, by whomever.
        follow(move || {
            session.fresh.track();
            untrack(|| page.begin());
        });
        page
    }

    /// As the page is before anything is done on it.
    fn begin(self) {
        self.unfold_for(self.session.view.get_untracked(), None);
        self.letter_open.set(false);
        self.editing.set(None);
        self.at.set(None);
        self.offered.set(Vec::new());
    }

    /// Unfolds what a view shows: all sections, or the one the doctor is in, which is the first that asks about the patient to begin
    /// with.
    fn unfold_for(self, view: View, at: Option<SectionId>) {
        let count = rulebooks::any(self.session.region.get_untracked()).map_or(0, |rulebook| rulebook.sections.len());
        let at = at.unwrap_or(FIRST);
        self.open.update(|open| {
            *open = SectionSet::new();
            for section in (0..count).map(SectionId::at).filter(|section| view == View::All || *section == at) {
                open.insert(section);
            }
        });
    }

    /// What the reasons for refusal that are chosen lead to, as far as it is asked in this situation.
    #[must_use]
    pub fn refusal_points(self) -> Vec<QuestionId> {
        let (Some(rulebook), Some(assessment)) = (self.session.rulebook.get(), self.session.assessment.get()) else { return Vec::new() };
        let mut points = self.session.answers.with(|answers| refusal_points(rulebook, answers));
        points.retain(|point| assessment.is_relevant(*point));
        points
    }

    /// The level of care the answers point to.
    #[must_use]
    pub fn level(self) -> Level {
        self.session.assessment.with(|now| now.as_ref().map_or(Level::Unclear, |now| now.level.is))
    }

    /// How far an item of the checklist has come; undecided without a region.
    #[must_use]
    pub fn item_state(self, item: ItemId) -> ItemState {
        let state = self.session.assessment.with(|now| now.as_ref().and_then(|now| now.item(item)));
        state.unwrap_or(ItemState::Undecided)
    }

    /// Whether no clinician has read the rules that stand.
    #[must_use]
    pub fn is_unreviewed(self) -> bool {
        rulebooks::any(self.session.region.get()).is_some_and(|rulebook| rulebook.review == "none")
    }

    /// The words on screen. Not tracked: a new language draws the page anew.
    #[must_use]
    pub fn words(self) -> Option<Arc<Words>> {
        self.session.words.try_get_untracked()
    }

    /// A text of the page.
    #[must_use]
    pub fn text(self, text: Ui) -> String {
        self.session.words.try_with_untracked(|words| words.ui(text).to_owned()).unwrap_or_default()
    }

    /// A text of the page with values filled in.
    #[must_use]
    pub fn text_with(self, text: Ui, values: &[(&str, &str)]) -> String {
        self.session.words.try_with_untracked(|words| words.ui_with(text, values)).unwrap_or_default()
    }

    /// A text for a number of things: for one, or for many with `{count}`.
    #[must_use]
    pub fn counted(self, [one, many]: [Ui; 2], count: usize) -> String {
        self.text_with(if count == 1 { one } else { many }, &[("count", &decimal(count))])
    }

    /// Unfolds the section of a question and puts the focus on its first control.
    pub fn go_to(self, question: QuestionId) {
        let Some(rulebook) = self.session.rulebook.get_untracked() else { return };
        let Some(known) = rulebook.question(question) else { return };
        // Led there by the page: the section left behind is not passed.
        self.at.set(Some(known.section));
        self.unfold(known.section);
        let (inside, head) = (["#q-", &known.id].concat(), head_of(known.section));
        self.after_drawing(move || {
            let control = [&inside, " :is(input, select, textarea, button):not([tabindex='-1'], [hidden], [hidden] *)"].concat();
            if self.focus(&[&inside, " input:checked"].concat()) || self.focus(&control) {
                self.show(&inside);
            } else {
                // It is not asked in this situation: its section is as near as one comes.
                self.focus(&head);
                self.show(&head);
            }
        });
    }

    /// Goes to the open question that most rules wait for; pressed again, to the one after it. What a refusal pointed at comes first.
    pub fn next(self) {
        let Some(assessment) = self.session.assessment.get_untracked() else { return };
        let mut open = untrack(|| self.refusal_points());
        self.session.answers.with_untracked(|answers| open.retain(|point| answers.get(*point).is_none()));
        for question in &assessment.open {
            if !open.contains(question) {
                open.push(*question);
            }
        }
        let fresh = self.offered.with_untracked(|offered| open.iter().find(|question| !offered.contains(question)).copied());
        match fresh.or_else(|| open.first().copied()) {
            Some(question) => {
                self.offered.update(|offered| {
                    if fresh.is_none() {
                        offered.clear();
                    }
                    offered.push(question);
                });
                self.go_to(question);
            }
            None => self.open_letter(),
        }
    }

    /// Unfolds the referral text: what is missing is now called missing.
    pub fn open_letter(self) {
        self.pass_all();
        self.letter_open.set(true);
        self.after_drawing(move || {
            self.focus("#hs-letter-head");
            self.show("#hs-letter-head");
        });
    }

    /// Turns the text into a letter to the municipality, and leads to what is asked of it, or to the letter where that is said.
    pub fn write_to_municipality(self) {
        self.session.form.update(|form| TO_MUNICIPALITY.clone_into(&mut form.layout));
        match untrack(|| self.unasked_of_municipality()) {
            Some(question) => self.go_to(question),
            None => self.open_letter(),
        }
    }

    /// Whether the letter goes to the municipality while the answers point to specialist care.
    #[must_use]
    pub fn letter_is_astray(self) -> bool {
        self.level() == Level::Specialist && self.session.form.with(|form| form.layout == TO_MUNICIPALITY)
    }

    /// The question about what is asked of the municipality, while the letter goes there and it has no answer.
    #[must_use]
    pub fn unasked_of_municipality(self) -> Option<QuestionId> {
        let (rulebook, assessment) = (self.session.rulebook.get()?, self.session.assessment.get()?);
        let question = rulebook.question_by_id(MUNICIPAL_REQUEST)?;
        let is_letter = self.session.form.with(|form| form.layout == TO_MUNICIPALITY);
        let is_open = assessment.is_relevant(question) && self.session.answers.with(|answers| answers.get(question).is_none());
        (is_letter && is_open).then_some(question)
    }

    /// Unfolds a section and puts the focus on its heading.
    pub fn open_section(self, section: SectionId) {
        self.unfold(section);
        self.at.set(Some(section));
        let head = head_of(section);
        self.after_drawing(move || {
            self.focus(&head);
            self.show(&head);
        });
    }

    /// The doctor is in this section; one that lies before it and was left for it is passed.
    pub fn enter(self, section: SectionId) {
        let before = self.at.get_untracked();
        if before == Some(section) {
            return;
        }
        if let Some(before) = before.filter(|before| *before < section) {
            self.pass(before);
        }
        self.at.set(Some(section));
    }

    /// From now on what is missing in this section is called missing.
    pub fn pass(self, section: SectionId) {
        self.session.passed.maybe_update(|passed| passed.insert(section));
    }

    /// From now on what is missing is called missing.
    pub fn pass_all(self) {
        let count = self.session.rulebook.get_untracked().map_or(0, |rulebook| rulebook.sections.len());
        self.session.passed.update(|passed| {
            for index in 0..count {
                passed.insert(SectionId::at(index));
            }
        });
    }

    /// Back to the beginning, after all was deleted.
    pub fn restart(self) {
        self.begin();
        self.after_drawing(move || {
            self.focus("#hs-title");
        });
    }

    /// Brings what has the focus out from under the bar at the bottom. The browser scrolls to the caret only, and the bar grows
    /// with the words in it.
    pub fn uncover(self, event: &Event) {
        let Some(focused) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
        self.after_drawing(move || {
            let height = [&signed(self.find(".hs-bar").map_or(0, |bar| bar.offset_height())), "px"].concat();
            if let Some(style) = self.root.try_get_untracked().flatten().map(|root| root.style())
                && style.get_property_value("--hs-bar").ok().as_ref() != Some(&height)
            {
                let _ = style.set_property("--hs-bar", &height);
            }
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            focused.scroll_into_view_with_scroll_into_view_options(&options);
        });
    }

    /// Puts the focus on the first element that fits; says whether there was one.
    pub fn focus(self, selector: &str) -> bool {
        let Some(element) = self.find(selector) else { return false };
        // The host hears of it too.
        at_rest(|| drop(element.focus()));
        true
    }

    /// Puts the focus on an element when what was changed is in the document, drawn or not: before the next key, which must not be lost.
    pub fn focus_next(self, element: HtmlElement) {
        Executor::spawn_local(async move { at_rest(|| drop(element.focus())) });
    }

    /// Runs when what was changed has been drawn.
    pub fn after_drawing(self, run: impl FnOnce() + 'static) {
        request_frame(Box::new(run));
    }

    /// The first element of the page that fits.
    #[must_use]
    pub fn find(self, selector: &str) -> Option<HtmlElement> {
        let root = self.root.try_get_untracked().flatten()?;
        root.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    fn show(self, selector: &str) {
        let Some(element) = self.find(selector) else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }

    /// Unfolds a section; step by step the others are folded.
    fn unfold(self, section: SectionId) {
        let alone = self.session.view.get_untracked() == View::Steps;
        self.open.maybe_update(|open| {
            if alone && !open.contains(section) {
                *open = SectionSet::new();
            }
            open.insert(section)
        });
    }
}

/// Where the head of a section is.
fn head_of(section: SectionId) -> String {
    ["#hs-section-", &decimal(section.index()), "-head"].concat()
}

/// Boxed, so that what calls back is compiled once.
fn request_frame(run: Box<dyn FnOnce()>) {
    let mut run = Some(run);
    request_animation_frame(move || {
        at_work(&mut || {
            if let Some(run) = run.take() {
                run();
            }
        });
    });
}
