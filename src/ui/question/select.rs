//! One of many options, as the browser's own list: quickest by keyboard when there are twenty of them.

use super::field::Field;
use crate::reactive::follow;
use crate::ui::dom::{El, el, text};
use hs_core::Answer;
use hs_core::listed::Listed;
use hs_core::rulebook::OptionId;
use hs_core::ui;

/// A list to choose from.
#[must_use]
pub fn select(field: &Field, options: &'static [String]) -> El {
    let page = field.page;
    let item = |name: &str, label: &str| text("option", "", label).attr("value", name);
    let known = options.iter().enumerate().map(|(index, name)| item(name, field.option(index)));
    let list = el("select")
        .class("hs-input hs-select")
        .id(&field.part("input"))
        .child(item("", &page.text(ui!("choose"))))
        .children(known.listed())
        .child(item("unknown", &page.text(ui!("unknown"))));
    let (control, answer) = (list.control(), field.answer);
    follow(move || {
        let name = answer.with(|answer| match answer {
            Some(Answer::Choice(option)) => options.get(option.index()).cloned(),
            Some(_) => Some("unknown".to_owned()),
            None => None,
        });
        control.set_value(&name.unwrap_or_default());
    });
    let (control, set) = (list.control(), field.clone());
    field.described(list, None).on("change", move |_| {
        let name = control.value();
        match options.iter().position(|option| *option == name) {
            Some(index) => set.set(Answer::Choice(OptionId::at(index))),
            None if name == "unknown" => set.set(Answer::Unknown),
            None => set.clear(),
        }
    })
}
