//! Earlier stays: a list the doctor adds to, and how many of them count.

use super::field::Field;
use super::instead::{Instead, instead_box};
use super::stay::{Row, stay_row};
use crate::reactive::{Owner, Var, follow, memo};
use crate::ui::dom::{El, button, el};
use crate::ui::icons::{Icon, icon};
use hs_core::Answer;
use hs_core::answers::{Stay, counted_stays};
use hs_core::listed::Listed;
use hs_core::numbers::decimal;
use hs_core::ui;
use hs_core::ui_counted;
use std::rc::Rc;

/// The list of stays.
#[must_use]
pub fn stays(field: &Field) -> Vec<El> {
    let (page, answer) = (field.page, field.answer);
    let rows = Var::new(Vec::<Row>::new());
    let new_row = row_maker();
    // A draft, the host page or "slett alt" may change the answer; what is typed here never comes back as a change.
    follow({
        let new_row = Rc::clone(&new_row);
        move || {
            let given = match answer.get() {
                Some(Answer::Stays(stays)) => stays,
                None => Vec::new(),
                Some(_) => return,
            };
            if said(rows) != given {
                rows.set(given.into_iter().map(|stay| new_row(stay)).listed());
            }
        }
    });
    let set = field.clone();
    let changed: Rc<dyn Fn()> = Rc::new(move || match said(rows) {
        stays if stays.is_empty() => set.clear(),
        stays => set.set(Answer::Stays(stays)),
    });
    let inside = ["#q-", &field.name].concat();
    let add = button("hs-button hs-button--quiet hs-stays__add", {
        let (changed, last) = (Rc::clone(&changed), [&inside, " .hs-stay:last-of-type input"].concat());
        move || {
            rows.update(|rows| rows.push(new_row(Stay::default())));
            changed();
            let last = last.clone();
            page.after_drawing(move || {
                page.focus(&last);
            });
        }
    });
    let remove: Rc<dyn Fn(usize)> = Rc::new({
        let changed = Rc::clone(&changed);
        move |key| {
            rows.update(|rows| rows.retain(|row| row.key != key));
            changed();
            page.focus(&[&inside, " .hs-stays__add"].concat());
        }
    });
    let counted = move || match answer.get() {
        Some(Answer::Stays(stays)) => page.counted(ui_counted!("stays-counted"), counted_stays(&stays)),
        _ => String::new(),
    };
    let replaced = memo(move || answer.with(|answer| *answer == Some(Answer::Unknown)));
    let unknown = instead_box(field, Instead::Unknown, Rc::clone(&changed));
    let field = field.clone();
    let list = el("div").class("hs-stays").hidden_when(move || replaced.get()).each(
        move || rows.with(|rows| rows.iter().map(|row| decimal(row.key)).listed()),
        move |key| {
            let row = rows.with_untracked(|rows| rows.iter().find(|row| decimal(row.key) == key).copied());
            row.map_or_else(|| el("div"), |row| stay_row(&field, row, rows, &changed, &remove))
        },
    );
    let add = add.hidden_when(move || replaced.get()).child(icon(Icon::Plus)).child(page.say(ui!("stay-add"), "span", ""));
    let count = el("span").class("hs-stays__count").attr("aria-live", "polite").live_text(counted);
    vec![list, el("div").class("hs-line").child(add).child(count).child(unknown)]
}

/// The stays of which something is said: an empty row is no stay yet.
fn said(rows: Var<Vec<Row>>) -> Vec<Stay> {
    rows.with_untracked(|rows| rows.iter().map(Row::stay_now).filter(|stay| *stay != Stay::default()).listed())
}

/// Makes rows that belong to the list, not to the handler or effect that asks for them.
fn row_maker() -> Rc<dyn Fn(Stay) -> Row> {
    let (owner, next_key) = (Owner::current(), std::cell::Cell::new(0_usize));
    Rc::new(move |stay| {
        next_key.set(next_key.get() + 1);
        let make = || Row::new(next_key.get(), stay);
        match &owner {
            Some(owner) => owner.with(make),
            None => make(),
        }
    })
}
