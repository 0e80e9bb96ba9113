//! What the sources tell of this situation without its being a finding: conflicts between them, the priority guide, the
//! service lines of the region, deadlines and rights. It moves nothing and decides nothing.

use super::dom::{El, el, text};
use crate::app::page::Page;
use crate::reactive::memo;
use crate::ui::sources::{folded_sources, shown_day};
use hs_core::rulebook::{Day, GuidanceId, GuidanceKind, Ui};
use hs_core::ui;

/// What is shown in the panel, in this order.
const KINDS: [GuidanceKind; 3] = [GuidanceKind::PriorityGuide, GuidanceKind::ServiceLine, GuidanceKind::Conflict];

/// The panel; hidden while there is nothing to tell.
#[must_use]
pub fn guidance(page: Page) -> El {
    let nothing = memo(move || KINDS.into_iter().all(|kind| shown(page, kind).is_empty()));
    el("section")
        .class("hs-panel hs-guidance")
        .attr("aria-labelledby", "hs-guidance-head")
        .attr("data-part", "guidance")
        .hidden_when(move || nothing.get())
        .child(page.say(ui!("guidance"), "h3", "hs-panel__head").id("hs-guidance-head"))
        .child(page.say(ui!("guidance-note"), "p", "hs-small"))
        .children(KINDS.map(|kind| guidance_of(page, kind)).into())
}

/// The guidance of one kind that stands now; what stays is not drawn anew, so what the doctor unfolded stays unfolded.
#[must_use]
pub fn guidance_of(page: Page, kind: GuidanceKind) -> El {
    let ids = memo(move || shown(page, kind));
    let head = heading(kind).map(|head| page.say(head, "h4", "hs-guidance__head"));
    el("div")
        .class("hs-guidance__group")
        .hidden_when(move || ids.with(Vec::is_empty))
        .child(head)
        .each(move || ids.get(), move |id| one(page, id).unwrap_or_else(|| el("div")))
}

/// The heading of a kind in the panel; what stands beside something else has none.
fn heading(kind: GuidanceKind) -> Option<Ui> {
    match kind {
        GuidanceKind::PriorityGuide => Some(ui!("guidance-priority-guide")),
        GuidanceKind::ServiceLine => Some(ui!("guidance-service-line")),
        GuidanceKind::Conflict => Some(ui!("guidance-conflict")),
        GuidanceKind::Lean | GuidanceKind::Right => None,
    }
}

/// The ids of the guidance of one kind that stands now.
fn shown(page: Page, kind: GuidanceKind) -> Vec<String> {
    let mut ids = Vec::new();
    if let (Some(rulebook), Some(now)) = (page.session.rulebook.get(), page.session.assessment.get()) {
        for id in &now.guidance {
            if let Some(one) = rulebook.guidance.get(id.index()).filter(|one| one.kind == kind) {
                ids.push(one.id.clone());
            }
        }
    }
    ids
}

/// One piece. In the panel it is folded; what a source no longer vouches for says so.
fn one(page: Page, id: &str) -> Option<El> {
    let (rulebook, all) = (page.session.rulebook.get_untracked()?, page.words()?);
    let place = rulebook.guidance.iter().position(|one| one.id == id)?;
    let (one, words) = (rulebook.guidance.get(place)?, all.guidance(rulebook.region, GuidanceId::at(place))?);
    let confirmed = one.is_confirmed(Day::from(page.session.today));
    let folds = heading(one.kind).is_some();
    let (outer, head) = if folds { ("details", "summary") } else { ("div", "p") };
    // A lean has no title of its own.
    let title = if words.title.is_empty() { page.text(ui!("lean")) } else { words.title.clone() };
    let tag = (!confirmed).then(|| page.say(ui!("guidance-old"), "span", "hs-tag"));
    let until = one.valid_until.filter(|_| !confirmed).map(|day| page.text_with(ui!("guidance-until"), &[("day", &shown_day(&day.iso()))]));
    let drawn = el(outer)
        .class("hs-more hs-guidance__one")
        .attr("data-guidance", id)
        .child(el(head).child(text("strong", "", &title)).text(" ").child(tag))
        .child(until.map(|until| text("p", "hs-small", &until)))
        .child(text("p", "", &words.text))
        .child(folded_sources(page, rulebook, &one.sources, one.basis));
    Some(drawn)
}
