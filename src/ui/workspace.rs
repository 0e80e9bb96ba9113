//! Questions on one side, what they mean on the other, the text at the end.

use crate::app::page::Page;
use crate::ui::action_bar::ActionBar;
use crate::ui::balance::Balance;
use crate::ui::checklist::Checklist;
use crate::ui::findings::Findings;
use crate::ui::route::Route;
use crate::ui::section::QuestionSection;
use crate::ui::summary_panel::SummaryPanel;
use hs_core::rulebook::SectionId;
use leptos::prelude::*;

/// The page when a region is chosen. The questions are the same in every region, so they stay when it changes.
#[component]
pub fn Workspace(
    /// The page.
    page: Page,
) -> impl IntoView {
    let count = page.session.rulebook.with_untracked(|rulebook| rulebook.as_ref().map_or(0, |rulebook| rulebook.sections.len()));
    let sections = (0..count).map(SectionId::at).map(|id| view! { class = "hs", <QuestionSection page id /> }.into_any()).collect_view();
    view! { class = "hs",
        <div class="hs-work">
            <div class="hs-work__questions">{sections}</div>
            <div class="hs-work__side">
                <Findings page />
                <Route page />
                <Balance page />
                <Checklist page />
            </div>
            <div class="hs-work__letter">
                <SummaryPanel page />
            </div>
        </div>
        <ActionBar page />
    }
    .into_any()
}
