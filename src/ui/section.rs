//! One section of the questions: folded until it is its turn, with how far it has come.

use super::dom::{El, button, el, text};
use crate::app::page::Page;
use crate::calls::Gives;
use crate::reactive::{Derived, Var, follow, memo, untrack};
use crate::ui::icons::{Icon, icon};
use crate::ui::progress::section_progress;
use crate::ui::question::question_field;
use crate::ui::start::{paste, points};
use hs_core::listed::Listed;
use hs_core::numbers::decimal;
use hs_core::rulebook::{DOOR, SectionId};
use hs_core::ui;

/// A section.
#[must_use]
pub fn question_section(page: Page, id: SectionId) -> El {
    let index = id.index();
    let name = page.session.rulebook.get_untracked().and_then(|one| one.sections.get(index).cloned());
    let titles = page.words().map(|words| words.sections.clone()).unwrap_or_default();
    let is_open = memo(move || page.open.with(|open| open.contains(id)));
    let toggle = move || {
        if is_open.get_untracked() {
            page.pass(id);
            page.open.update(|open| {
                open.remove(id);
            });
        } else {
            page.at.set(Some(id));
            page.open.update(|open| {
                open.insert(id);
            });
        }
    };
    let title = text("span", "hs-section__title", titles.get(index).map(String::as_str).unwrap_or_default());
    let title = title.id(&["hs-section-", &decimal(index), "-title"].concat());
    let next = titles.get(index + 1).map(|next| page.text_with(ui!("go-on"), &[("section", next)]));
    let body = move || {
        let mut body = vec![questions(page, id)];
        if id == DOOR {
            body.push(points(page));
            body.push(paste(page));
        }
        body.push(go_on(page, id, next.clone()));
        body
    };
    let head = vec![title, section_progress(page, id)];
    foldable("hs-section", &["hs-section-", &decimal(index)].concat(), is_open, head, toggle, body)
        .attr("data-section", &name.unwrap_or_default())
        .on("focusin", move |_| page.enter(id))
}

/// Something under a heading that folds. Once drawn its body stays: what is typed wrongly lives in the controls.
#[must_use]
pub fn foldable(
    class: &str,
    id: &str,
    is_open: Derived<bool>,
    head: Vec<El>,
    toggle: impl Fn() + 'static,
    body: impl Fn() -> Vec<El> + 'static,
) -> El {
    folded(class, id, is_open, head, Box::new(toggle), Box::new(body))
}

fn folded(class: &str, id: &str, is_open: Derived<bool>, head: Vec<El>, toggle: Box<dyn Gives>, body: Box<dyn Gives<Vec<El>>>) -> El {
    let (head_id, body_id, title_id) = ([id, "-head"].concat(), [id, "-body"].concat(), [id, "-title"].concat());
    let drawn = Var::new(is_open.get_untracked());
    follow(move || {
        if is_open.get() && !drawn.get_untracked() {
            drawn.set(true);
        }
    });
    let button = button("", move || toggle.give())
        .id(&head_id)
        .attr("aria-controls", &body_id)
        .aria_when("aria-expanded", move || is_open.get())
        .child(icon(Icon::Chevron))
        .children(head);
    el("section")
        .class(class)
        .attr("aria-labelledby", &title_id)
        .class_when("hs-section--open", move || is_open.get())
        .child(el("h3").class("hs-section__head").child(button))
        .child(
            el("div")
                .class("hs-section__body")
                .id(&body_id)
                .hidden_when(move || !is_open.get())
                .live_all(move || if drawn.get() { untrack(|| body.give()) } else { Vec::new() }),
        )
}

/// The questions of a section that are asked in this situation.
fn questions(page: Page, section: SectionId) -> El {
    let asked = memo(move || {
        let (Some(rulebook), Some(assessment)) = (page.session.rulebook.get(), page.session.assessment.get()) else { return Vec::new() };
        let here = rulebook.all_questions().filter(|(id, question)| question.section == section && assessment.is_relevant(*id));
        here.map(|(_, question)| question.id.clone()).listed()
    });
    el("div").class("hs-questions").each(move || asked.get(), move |name| question_field(page, name))
}

/// On to the next section, or to the text after the last.
fn go_on(page: Page, id: SectionId, next: Option<String>) -> El {
    let has_next = next.is_some();
    let label = next.unwrap_or_else(|| page.text(ui!("go-on-letter")));
    let button = button("hs-button", move || {
        page.pass(id);
        if has_next { page.open_section(SectionId::at(id.index() + 1)) } else { page.open_letter() }
    });
    button.attr("data-action", "go-on").child(text("span", "", &label)).child(icon(Icon::Arrow))
}
