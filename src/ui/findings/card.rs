//! One finding: the problem, the doctor's own answers it rests on, what to do, why, and who says so.

use crate::ui::live::live;
use super::due::Due;
use super::reply::Reply;
use crate::app::page::Page;
use crate::ui::icons::{Icon, icon};
use crate::ui::sources::source_list;
use hs_core::Answer;
use hs_core::assess::Finding;
use hs_core::rulebook::{QuestionId, QuestionKind, RuleKind};
use hs_core::summary::answer_text;
use leptos::prelude::*;

/// How much of an answer is quoted.
const QUOTED: usize = 70;

/// A finding.
#[component]
pub fn Card(
    /// The page.
    page: Page,
    /// The finding.
    due: Due,
) -> impl IntoView {
    let Some(rulebook) = page.session.rulebook.get_untracked() else { return ().into_any() };
    let Some(rule) = rulebook.rules.get(due.id.index()) else { return ().into_any() };
    let Some(words) = page.words().and_then(|words| words.rule(due.region, due.id).cloned()) else { return ().into_any() };
    let (id, name) = (due.id, due.rule.clone());
    let because = Memo::new(move |_| quoted_answers(page, &page.session.assessment.get()?.finding(id)?.because));
    let because = move || {
        let answers = because.get().filter(|answers| !answers.is_empty())?;
        let text = page.text_with("because", &[("answers", &answers)]);
        Some(view! { class = "hs", <p class="hs-card__because">{text}</p> }.into_any())
    };
    let goes_to = rule.goes_to;
    let clearing = Memo::new(move |_| page.session.assessment.with(|now| first_to_answer(now.as_ref()?.finding(id)?)));
    let go = move || {
        let to = goes_to.or_else(|| clearing.get())?;
        let arrow = icon(Icon::Arrow);
        Some(
            view! { class = "hs",
                <button type="button" class="hs-link hs-card__go" data-action="go-to-question" on:click=move |_| page.go_to(to)>
                    {arrow}
                    <span>{page.text("go-to-question")}</span>
                </button>
            }
            .into_any(),
        )
    };
    // What to do stands in the open where it is more than "write it down".
    let fix = view! { class = "hs",
        <p class="hs-card__fix"><strong>{page.text("what-to-do")}</strong>" "{words.fix}</p>
    }
    .into_any();
    let is_small = matches!(due.kind, RuleKind::Level | RuleKind::Missing | RuleKind::Advice);
    let (open_fix, folded_fix) = if is_small { (None, Some(fix)) } else { (Some(fix), None) };
    let more = page.text(if is_small { "why-and-what" } else { "why" });
    let sources = source_list(page, &rulebook, &rule.sources, rule.basis);
    let reply_name = name.clone();
    let is_answered = move || page.session.replies.with(|replies| replies.get(&reply_name).is_some_and(|reply| !reply.trim().is_empty()));
    view! { class = "hs",
        <li class="hs-card" class:hs-card--answered=is_answered data-rule=due.rule>
            <p class="hs-card__title">{words.title}</p>
            {live(because)}
            {open_fix}
            <details class="hs-more">
                <summary>{more}</summary>
                {folded_fix}
                <p>{words.why}</p>
                {sources}
            </details>
            <div class="hs-card__actions">{live(go)} <Reply page rule=name /></div>
        </li>
    }
    .into_any()
}

/// Where the doctor can clear it: the first answer of the smallest change, otherwise an answer it rests on.
fn first_to_answer(finding: &Finding) -> Option<QuestionId> {
    let change = finding.clears_when.first().and_then(|change| change.first());
    change.map(|part| part.question).or_else(|| finding.because.last().copied())
}

/// "Tidligere opphold: ja; Nytt siden sist: ingen": answers as the doctor gave them.
fn quoted_answers(page: Page, because: &[QuestionId]) -> Option<String> {
    let (rulebook, words) = (page.session.rulebook.get()?, page.words()?);
    let quoted = page.session.answers.with(|answers| {
        let one = |id: &QuestionId| {
            let (question, answer) = (rulebook.question(*id)?, answers.get(*id)?);
            let text = match (&question.kind, answer) {
                // "ja", not "Ja": it stands inside a sentence.
                (QuestionKind::Choice { yes_no: true, .. }, Answer::Choice(option)) => {
                    words.ui(&format!("factor-{}", question.option_name(*option))).to_owned()
                }
                _ => answer_text(&words, *id, question, answer),
            };
            let short: String = text.chars().take(QUOTED).collect();
            let cut = if short.len() < text.len() { "…" } else { "" };
            Some(format!("{}: {short}{cut}", words.question(*id)?.letter))
        };
        because.iter().filter_map(one).collect::<Vec<_>>()
    });
    Some(quoted.join("; "))
}
