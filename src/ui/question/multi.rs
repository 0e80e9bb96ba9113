//! Any number of options, as check boxes. Options that stand alone ("ingen", "vet ikke") put the others out.

use super::field::Field;
use hs_core::Answer;
use hs_core::rulebook::OptionId;
use leptos::prelude::*;

/// Check boxes.
#[component]
pub fn Multi(
    /// The question.
    field: Field,
    /// Its options.
    options: Vec<String>,
    /// Those that cannot be combined.
    exclusive: Vec<OptionId>,
) -> impl IntoView {
    let boxes = options
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let option = OptionId::at(index);
            let (answer, set, exclusive) = (field.answer, field.clone(), exclusive.clone());
            let is = move || answer.with(|answer| matches!(answer, Some(Answer::Multi(chosen)) if chosen.contains(&option)));
            let toggle = move |_| match toggled(answer.get_untracked(), option, &exclusive) {
                Some(answer) => set.set(answer),
                None => set.clear(),
            };
            let label = field.words.options.get(index).cloned().unwrap_or_default();
            view! { class = "hs",
                <label class="hs-chip">
                    <input type="checkbox" value=name.clone() prop:checked=is on:change=toggle />
                    <span>{label}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    let (is, set) = (field.clone(), field.clone());
    let unknown = move |_| if set.is(&Answer::Unknown) { set.clear() } else { set.set(Answer::Unknown) };
    view! { class = "hs",
        <div class="hs-chips hs-chips--columns" aria-describedby=field.described_by(&[])>
            {boxes}
            <label class="hs-chip hs-chip--unknown">
                <input type="checkbox" value="unknown" prop:checked=move || is.is(&Answer::Unknown) on:change=unknown />
                <span>{field.page.text("unknown")}</span>
            </label>
        </div>
    }
    .into_any()
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
        chosen.push(option);
        chosen.sort_unstable();
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
