//! One finding: the problem, the doctor's own answers it rests on, what to do, why, and who says so.

use super::due::Due;
use super::reply::reply;
use crate::app::page::Page;
use crate::reactive::memo;
use crate::ui::balance::letter_to_municipality;
use crate::ui::dom::{El, button, el, text};
use crate::ui::icons::{Icon, icon};
use crate::ui::sources::source_list;
use hs_core::Answer;
use hs_core::assess::Finding;
use hs_core::rulebook::{Level, QuestionId, QuestionKind, RuleKind};
use hs_core::summary::answer_text;
use hs_core::ui;

/// How much of an answer is quoted.
const QUOTED: usize = 70;

/// A finding; none for a rule the rulebook no longer has.
#[must_use]
pub fn card(page: Page, due: Due) -> Option<El> {
    let rulebook = page.session.rulebook.get_untracked()?;
    let rule = rulebook.rules.get(due.id.index())?;
    let words = page.words()?.rule(due.region, due.id)?.clone();
    let (id, name) = (due.id, due.rule.clone());
    let because = memo(move || quoted_answers(page, due.id).unwrap_or_default());
    let sentence = move || match because.get() {
        answers if answers.is_empty() => answers,
        answers => page.text_with(ui!("because"), &[("answers", &answers)]),
    };
    let (goes_to, kind) = (rule.goes_to, due.kind);
    let go = button("hs-link hs-card__go", move || {
        let clears = || page.session.assessment.with_untracked(|now| first_to_answer(now.as_ref()?.finding(id)?));
        // Where a number that must out stands, rather than where one could stand.
        let stands = || page.session.assessment.with_untracked(|now| now.as_ref()?.finding(id)?.because.last().copied());
        let to = if kind == RuleKind::Safety { stands() } else { None };
        if let Some(to) = to.or(goes_to).or_else(clears) {
            page.go_to(to);
        }
    });
    let title_id = ["hs-finding-", &due.rule].concat();
    let go = go.attr("data-action", "go-to-question").attr("aria-describedby", &title_id).child(icon(Icon::Arrow)).child(text(
        "span",
        "",
        &page.text(ui!("go-to-question")),
    ));
    // Drawn anew only when this changes, not at every answer.
    let points_there = memo(move || kind == RuleKind::Level && page.level() == Level::Municipal);
    let fix = el("p").class("hs-card__fix").child(page.say(ui!("what-to-do"), "strong", "")).text(" ").text(&words.fix);
    // What to do stands in the open where it is more than "write it down".
    let is_small = matches!(due.kind, RuleKind::Level | RuleKind::Missing | RuleKind::Advice);
    let (open_fix, folded_fix) = if is_small { (None, Some(fix)) } else { (Some(fix), None) };
    let more = el("details")
        .class("hs-more")
        .child(page.say(if is_small { ui!("why-and-what") } else { ui!("why") }, "summary", "").attr("aria-describedby", &title_id))
        .child(folded_fix)
        .child(text("p", "", &words.why))
        .child(source_list(page, rulebook, &rule.sources, rule.basis));
    let is_answered = memo(move || page.session.replies.with(|replies| replies.get(&name).is_some_and(|reply| !reply.trim().is_empty())));
    let given = page.say(ui!("reply-given"), "span", "hs-tag").hidden_when(move || !is_answered.get());
    let card = el("li")
        .class("hs-card")
        .class_when("hs-card--answered", move || is_answered.get())
        .attr("data-rule", &due.rule)
        .child(text("h5", "hs-card__title", &words.title).id(&title_id).child(given))
        .child(el("p").class("hs-card__because").hidden_when(move || because.with(String::is_empty)).live_text(sentence))
        .child(open_fix)
        .child(more)
        .child(
            el("div")
                .class("hs-card__actions")
                .child(go)
                .live(move || points_there.get().then(|| letter_to_municipality(page)))
                .children(reply(page, due.rule)),
        );
    Some(card)
}

/// Where the doctor can clear it: the first answer of the smallest change, otherwise an answer it rests on.
fn first_to_answer(finding: &Finding) -> Option<QuestionId> {
    let change = finding.clears_when.first().and_then(|change| change.first());
    change.map(|part| part.question).or_else(|| finding.because.last().copied())
}

/// "Tidligere opphold: ja; Nytt siden sist: ingen": answers as the doctor gave them.
fn quoted_answers(page: Page, rule: hs_core::rulebook::RuleId) -> Option<String> {
    let (rulebook, assessment, words) = (page.session.rulebook.get()?, page.session.assessment.get()?, page.words()?);
    let because = &assessment.finding(rule)?.because;
    page.session.answers.with(|answers| {
        let mut quoted = String::new();
        for id in because {
            let (question, answer) = (rulebook.question(*id)?, answers.get(*id)?);
            let text = match (&question.kind, answer) {
                // "ja", not "Ja": it stands inside a sentence.
                (QuestionKind::Choice { yes_no: true, .. }, Answer::Choice(option)) => {
                    words.ui(if question.option_name(*option) == "yes" { ui!("factor-yes") } else { ui!("factor-no") }).to_owned()
                }
                _ => answer_text(&words, *id, question, answer),
            };
            let short: String = text.chars().take(QUOTED).collect();
            let cut = if short.len() < text.len() { "…" } else { "" };
            let between = if quoted.is_empty() { "" } else { "; " };
            quoted.push_str(&[between, &words.question(*id)?.letter, ": ", &short, cut].concat());
        }
        Some(quoted)
    })
}
