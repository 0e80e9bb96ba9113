//! Any number of options, as check boxes. Options that stand alone ("ingen", "vet ikke") put the others out.

use super::field::{Field, chip};
use crate::ui::dom::{El, el};
use hs_core::Answer;
use hs_core::rulebook::OptionId;
use hs_core::ui;

/// Check boxes.
#[must_use]
pub fn multi(field: &Field, options: &[String], exclusive: &'static [OptionId]) -> El {
    let mut boxes = Vec::new();
    for (index, name) in options.iter().enumerate() {
        let option = OptionId::at(index);
        let (answer, set) = (field.answer, field.clone());
        let is = move || answer.with(|answer| matches!(answer, Some(Answer::Multi(chosen)) if chosen.contains(&option)));
        let input = el("input").attr("type", "checkbox").attr("value", name).checked_when(is).on("change", move |_| {
            match toggled(answer.get_untracked(), option, exclusive) {
                Some(answer) => set.set(answer),
                None => set.clear(),
            }
        });
        boxes.push(chip("hs-chip", input, field.option(index)));
    }
    let (is, set) = (field.clone(), field.clone());
    let unknown = el("input").attr("type", "checkbox").attr("value", "unknown").checked_when(move || is.is(&Answer::Unknown));
    let unknown = unknown.on("change", move |_| {
        if set.answer.with_untracked(|answer| *answer == Some(Answer::Unknown)) { set.clear() } else { set.set(Answer::Unknown) }
    });
    boxes.push(chip("hs-chip hs-chip--unknown", unknown, &field.page.text(ui!("unknown"))));
    el("div").class("hs-chips hs-chips--columns").children(boxes)
}

/// The answer after a box was ticked or cleared; none when nothing is ticked any more.
fn toggled(before: Option<Answer>, option: OptionId, exclusive: &[OptionId]) -> Option<Answer> {
    let mut chosen = match before {
        Some(Answer::Multi(chosen)) => chosen,
        _ => Vec::new(),
    };
    if let Some(place) = chosen.iter().position(|one| *one == option) {
        chosen.remove(place);
    } else if exclusive.contains(&option) {
        chosen = vec![option];
    } else {
        chosen.retain(|one| !exclusive.contains(one));
        chosen.insert(chosen.partition_point(|one| *one < option), option);
    }
    (!chosen.is_empty()).then_some(Answer::Multi(chosen))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(options: &[usize]) -> Option<Answer> {
        Some(Answer::Multi(options.iter().map(|option| OptionId::at(*option)).collect()))
    }

    #[test]
    fn none_puts_the_others_out_and_another_puts_none_out() {
        let none = [OptionId::at(9)];
        assert_eq!(toggled(some(&[1, 2]), OptionId::at(9), &none), some(&[9]));
        assert_eq!(toggled(some(&[9]), OptionId::at(1), &none), some(&[1]));
    }

    #[test]
    fn options_stay_sorted_and_the_last_one_cleared_leaves_no_answer() {
        assert_eq!(toggled(some(&[2]), OptionId::at(1), &[]), some(&[1, 2]));
        assert_eq!(toggled(some(&[2]), OptionId::at(2), &[]), None);
        assert_eq!(toggled(Some(Answer::Unknown), OptionId::at(2), &[]), some(&[2]));
    }
}
