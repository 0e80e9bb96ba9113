//! Questions on one side, what they mean on the other, the text at the end.

use super::dom::{El, el};
use crate::app::page::Page;
use crate::ui::about::about;
use crate::ui::action_bar::action_bar;
use crate::ui::balance::balance;
use crate::ui::checklist::checklist;
use crate::ui::findings::findings;
use crate::ui::guidance::guidance;
use crate::ui::route::route;
use crate::ui::section::question_section;
use crate::ui::summary_panel::summary_panel;
use hs_core::listed::Listed;
use hs_core::rulebook::SectionId;

/// The page when a region is chosen. The questions are the same in every region, so they stay when it changes.
#[must_use]
pub fn workspace(page: Page) -> Vec<El> {
    let count = page.session.rulebook.get_untracked().map_or(0, |rulebook| rulebook.sections.len());
    let sections = (0..count).map(|index| question_section(page, SectionId::at(index))).listed();
    let side = vec![findings(page), route(page), guidance(page), balance(page), checklist(page)];
    let work = el("div")
        .class("hs-work")
        .child(el("div").class("hs-work__questions").children(sections))
        .child(el("div").class("hs-work__side").children(side))
        .child(el("div").class("hs-work__letter").child(summary_panel(page)));
    vec![work, about(page), action_bar(page)]
}
