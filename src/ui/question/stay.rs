//! One earlier stay: when, where, what, and how it counts. All of it may be left open.

use super::field::{Field, chip, typed_words};
use super::month;
use crate::app::page::Page;
use crate::calls::Takes;
use crate::reactive::Var;
use crate::ui::dom::{El, button, el};
use crate::ui::icons::{Icon, icon};
use hs_core::answers::Stay;
use hs_core::numbers::decimal;
use hs_core::rulebook::Ui;
use hs_core::ui;
use std::rc::Rc;

/// A stay while it is edited: the month as typed may not be a month yet.
#[derive(Clone, Copy)]
pub struct Row {
    /// Stays with the row when others are removed.
    pub key: usize,
    typed_month: Var<String>,
    /// Whether the doctor has left the month.
    left: Var<bool>,
    stay: Var<Stay>,
}

impl Row {
    /// A row for a stay.
    #[must_use]
    pub fn new(key: usize, stay: Stay) -> Self {
        let typed = stay.ended.map(month::written).unwrap_or_default();
        Self { key, typed_month: Var::new(typed), left: Var::new(false), stay: Var::new(stay) }
    }

    /// The stay as it stands.
    #[must_use]
    pub fn stay_now(&self) -> Stay {
        self.stay.get_untracked()
    }

    /// A month that is none, once it was left: while it is typed it is none yet.
    fn is_wrong(self) -> bool {
        self.left.get() && self.stay.with(|stay| stay.ended.is_none()) && self.typed_month.with(|typed| !typed.trim().is_empty())
    }
}

/// The controls of one stay.
#[must_use]
pub fn stay_row(field: &Field, row: Row, rows: Var<Vec<Row>>, changed: &Rc<dyn Fn()>, remove: &Rc<dyn Fn(usize)>) -> El {
    let (page, edit) = (field.page, Edit { field, row, changed });
    let place = move || rows.with(|rows| rows.iter().position(|one| one.key == row.key).unwrap_or(0));
    let numbered = move |key: Ui| move || page.text_with(key, &[("number", &decimal(place() + 1))]);
    let ended = edit.words("ended", ui!("stay-ended"), &row.typed_month.get_untracked(), move |typed| {
        let month = page.words().and_then(|words| month::read(&typed, &words));
        row.stay.update(|stay| stay.ended = month);
        row.typed_month.set(typed);
    });
    let now = row.stay_now();
    let where_and_what = [
        edit.words("place", ui!("stay-place"), &now.place, move |typed| row.stay.update(|stay| stay.place = typed)),
        edit.words("line", ui!("stay-line"), &now.line, move |typed| row.stay.update(|stay| stay.line = typed)),
    ];
    let wrong = move || if row.is_wrong() { page.text(ui!("stay-month-wrong")) } else { String::new() };
    let error = el("p").class("hs-error").id(&edit.part("error")).attr("aria-live", "polite").live_text(wrong);
    let same_condition = edit.yes_no("same-condition", ui!("stay-same-condition"), |stay| &mut stay.same_condition);
    let same_programme = edit.yes_no("same-programme", ui!("stay-same-programme"), |stay| &mut stay.same_programme);
    let remove = Rc::clone(remove);
    let remove = button("hs-button hs-button--quiet hs-stay__remove", move || remove(row.key));
    el("fieldset")
        .class("hs-stay")
        .child(el("legend").class("hs-stay__title").live_text(numbered(ui!("stay-title"))))
        .child(el("div").class("hs-parts").child(ended.child(error)).children(where_and_what.into()))
        .child(el("div").class("hs-parts").child(same_condition).child(same_programme.hidden_when(move || place() == 0)))
        .child(remove.child(icon(Icon::Bin)).child(el("span").live_text(numbered(ui!("stay-remove")))))
}

/// What the controls of a row share.
struct Edit<'a> {
    field: &'a Field,
    row: Row,
    changed: &'a Rc<dyn Fn()>,
}

impl Edit<'_> {
    fn page(&self) -> Page {
        self.field.page
    }

    fn part(&self, part: &str) -> String {
        self.field.part(&[&decimal(self.row.key), "-", part].concat())
    }

    /// A line of words.
    fn words(&self, key: &str, label: Ui, now: &str, write: impl Fn(String) + 'static) -> El {
        self.line(key, label, now, Box::new(write))
    }

    fn line(&self, key: &str, label: Ui, now: &str, write: Box<dyn Takes<String>>) -> El {
        let (row, changed, id) = (self.row, Rc::clone(self.changed), self.part(key));
        let mut input = typed_words("input").attr("type", "text").class("hs-input").id(&id);
        if key == "ended" {
            let invalid = move || row.is_wrong().then(|| "true".to_owned());
            input = input.attr("aria-describedby", &self.part("error")).live_attr("aria-invalid", invalid);
            input = input.on("change", move |_| row.left.set(true));
        }
        let control = input.control();
        control.set_value(now);
        let input = input.on("input", move |_| {
            write.take(control.value());
            changed();
        });
        let label = el("label").attr("for", &id).say(label, self.page());
        el("div").class("hs-part").child(label).child(input)
    }

    /// A yes or no that may be left open.
    fn yes_no(&self, key: &str, legend: Ui, read: fn(&mut Stay) -> &mut Option<bool>) -> El {
        let row = self.row;
        let chips = [(true, "yes", ui!("yes")), (false, "no", ui!("no"))].map(|(value, id, label)| {
            let changed = Rc::clone(self.changed);
            let is = move || *read(&mut row.stay.get()) == Some(value);
            let input = el("input").attr("type", "radio").attr("name", &self.part(key)).attr("value", id);
            let input = input.checked_when(is).on("change", move |_| {
                row.stay.update(|stay| *read(stay) = Some(value));
                changed();
            });
            chip("hs-chip hs-chip--small", input, &self.page().text(label))
        });
        let legend = self.page().say(legend, "legend", "");
        el("fieldset").class("hs-part").child(legend).child(el("div").class("hs-chips").children(chips.into()))
    }
}
