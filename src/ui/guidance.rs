//! What the sources tell of this situation without its being a finding: conflicts between them, the priority guide, the
//! service lines of the region. It moves nothing and decides nothing.

use super::dom::{El, el, text};
use crate::app::page::Page;
use crate::reactive::memo;
use crate::ui::sources::folded_sources;
use hs_core::listed::Listed;
use hs_core::rulebook::words::GuidanceWords;
use hs_core::rulebook::{Day, Guidance, GuidanceKind, Rulebook};

/// What is shown in the panel, in this order.
const KINDS: [GuidanceKind; 3] = [GuidanceKind::Conflict, GuidanceKind::PriorityGuide, GuidanceKind::ServiceLine];

/// The panel; hidden while there is nothing to tell.
#[must_use]
pub fn guidance(page: Page) -> El {
    let body = move || KINDS.into_iter().filter_map(|kind| group(page, kind)).listed();
    let something = memo(move || KINDS.into_iter().any(|kind| !shown(page, kind).is_empty()));
    el("section")
        .class("hs-panel hs-guidance")
        .attr("aria-labelledby", "hs-guidance-head")
        .attr("data-part", "guidance")
        .hidden_when(move || !something.get())
        .child(page.say("guidance", "h3", "hs-panel__head").id("hs-guidance-head"))
        .child(page.say("guidance-note", "p", "hs-small"))
        .live_all(body)
}

/// The guidance of one kind that stands now, each drawn by `draw`.
pub fn guidance_of(page: Page, kind: GuidanceKind, draw: fn(Page, &Rulebook, &Guidance, &GuidanceWords) -> El) -> Vec<El> {
    let (Some(rulebook), Some(words)) = (page.session.rulebook.get(), page.words()) else { return Vec::new() };
    let mut drawn = Vec::new();
    for id in shown(page, kind) {
        if let (Some(one), Some(words)) = (rulebook.guidance.get(id.index()), words.guidance(rulebook.region, id)) {
            drawn.push(draw(page, rulebook, one, words));
        }
    }
    drawn
}

fn shown(page: Page, kind: GuidanceKind) -> Vec<hs_core::rulebook::GuidanceId> {
    let Some(rulebook) = page.session.rulebook.get() else { return Vec::new() };
    let is_kind = |id: &hs_core::rulebook::GuidanceId| rulebook.guidance.get(id.index()).is_some_and(|one| one.kind == kind);
    page.session.assessment.with(|now| now.iter().flat_map(|now| &now.guidance).copied().filter(is_kind).listed())
}

fn group(page: Page, kind: GuidanceKind) -> Option<El> {
    let told = guidance_of(page, kind, one);
    let key = ["guidance-", kind.id()].concat();
    (!told.is_empty())
        .then(|| el("div").class("hs-guidance__group").child(text("h4", "hs-guidance__head", &page.text(&key))).children(told))
}

/// One piece: what a source no longer vouches for is folded and says so.
fn one(page: Page, rulebook: &Rulebook, one: &Guidance, words: &GuidanceWords) -> El {
    let confirmed = one.is_confirmed(Day::from(page.session.today));
    let title = text("span", "hs-guidance__title", &words.title);
    let tag = (!confirmed).then(|| page.say("guidance-old", "span", "hs-tag hs-tag--old"));
    let until = one.valid_until.filter(|_| !confirmed).map(|day| page.text_with("guidance-until", &[("day", &day.iso())]));
    let summary = el("summary").child(title).text(" ").child(tag);
    let more = el("details").class("hs-more hs-guidance__one").attr("data-guidance", &one.id).child(summary);
    let more = if confirmed && one.kind == GuidanceKind::Conflict { more.attr("open", "") } else { more };
    more.child(until.map(|until| text("p", "hs-small", &until))).child(text("p", "", &words.text)).child(folded_sources(
        page,
        rulebook,
        &one.sources,
        one.basis,
    ))
}
