//! The promises about the letter: the doctor's facts and replies, all of them, and nothing else.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::answers::{Answer, Answers};
use hs_core::assess::{ItemState, Truth};
use hs_core::export::{LineEnd, to_html, to_text};
use hs_core::rulebook::words::Lang;
use hs_core::rulebook::{OptionId, QuestionId, Region};
use hs_core::summary::{Form, Replies, Summary, layouts, summarise};
use proptest::prelude::*;
use support::arbitrary::{any_lang, any_region, any_text, given, settings};
use support::{assessed, rulebook, words};

fn letter(region: Region, lang: Lang, layout: &str, answers: &Answers, replies: &Replies) -> Summary {
    summarise(rulebook(region), words(lang), answers, &assessed(region, answers), replies, layout)
}

/// What a letter to the municipality lists; none for the orders of the referral.
fn to_municipality(region: Region, layout: &str) -> Option<Vec<QuestionId>> {
    let layout = rulebook(region).layouts.iter().find(|one| one.id == layout && one.to_municipality)?;
    Some(layout.sections.iter().flat_map(|section| section.questions.iter().copied()).collect())
}

proptest! {
    #![proptest_config(settings(200))]

    #[test]
    fn answers_no_longer_relevant_never_reach_the_letter(region in any_region(), lang in any_lang(), answers in given(), others in given()) {
        let assessment = assessed(region, &answers);
        let mut changed = answers.clone();
        for (question, _) in answers.iter().filter(|(question, _)| !assessment.is_relevant(*question)) {
            changed.clear(question);
        }
        for (question, other) in others.iter().filter(|(question, _)| assessment.relevance[question.index()] == Truth::No) {
            changed.set(question, other.clone());
        }
        for layout in layouts(rulebook(region)) {
            let text = |answers: &Answers| to_text(&letter(region, lang, layout, answers, &Replies::new()), LineEnd::Lf);
            prop_assert_eq!(text(&answers), text(&changed));
        }
    }

    #[test]
    fn the_letter_never_holds_the_tools_findings(region in any_region(), lang in any_lang(), answers in given()) {
        for layout in layouts(rulebook(region)) {
            let summary = letter(region, lang, layout, &answers, &Replies::new());
            let text = to_text(&summary, LineEnd::Lf);
            let own: Vec<&str> = summary.all_sections().flat_map(|section| &section.lines).map(|line| line.text.trim_end_matches('.')).collect();
            for rule in &words(lang).rules {
                prop_assert!(!text.contains(&rule.why) && !text.contains(&rule.fix), "what is said of {} stands in the letter", rule.title);
                prop_assert!(!own.contains(&rule.title.as_str()), "{} stands in the letter", rule.title);
            }
        }
    }

    #[test]
    fn a_reply_stands_in_the_letter_while_its_finding_does(region in any_region(), lang in any_lang(), answers in given(), reason in any_text(&[])) {
        let replies: Replies = rulebook(region).rules.iter().map(|rule| (rule.id.clone(), reason.clone())).collect();
        let assessment = assessed(region, &answers);
        let text = letter(region, lang, "receiver", &answers, &replies);
        let lines: Vec<_> = text.sections.iter().filter(|section| section.id == "replies").flat_map(|section| &section.lines).collect();
        let expected = if reason.trim().is_empty() { 0 } else { assessment.findings.len() };
        prop_assert_eq!(lines.len(), expected);
        prop_assert!(lines.iter().all(|line| line.text.contains(reason.trim())));
    }

    #[test]
    fn every_relevant_text_stands_in_the_letter_once_in_each_layout(region in any_region(), lang in any_lang(), answers in given()) {
        let mut marked = answers.clone();
        let mut expected = Vec::new();
        for (question, answer) in answers.iter() {
            let mark = format!("⟦{}⟧", question.index());
            match answer {
                Answer::Text(text) => marked.set(question, Answer::Text(format!("{text} {mark}"))),
                Answer::Coded(coded) => marked.set(question, Answer::Coded(hs_core::answers::Coded { text: format!("{} {mark}", coded.text), ..coded.clone() })),
                Answer::Stays(stays) if !stays.is_empty() => {
                    let mut stays = stays.clone();
                    stays[0].place.push_str(&mark);
                    marked.set(question, Answer::Stays(stays));
                }
                _ => continue,
            }
            expected.push((question, mark));
        }
        let assessment = assessed(region, &marked);
        for layout in layouts(rulebook(region)) {
            let listed = to_municipality(region, layout);
            let text = to_text(&letter(region, lang, layout, &marked, &Replies::new()), LineEnd::Lf);
            for (question, mark) in &expected {
                let is_of_letter = listed.as_ref().map_or(!rulebook(region).questions[question.index()].not_in_letter, |listed| listed.contains(question));
                let belongs = assessment.is_relevant(*question) && is_of_letter;
                prop_assert_eq!(text.matches(mark.as_str()).count(), usize::from(belongs), "{} in {}", rulebook(region).question_name(*question), layout);
            }
        }
    }

    #[test]
    fn what_decides_stands_first_in_the_receivers_order_and_the_others_are_whole(region in any_region(), lang in any_lang(), answers in given()) {
        let book = rulebook(region);
        prop_assert!(book.lead.len() > 5);
        for layout in layouts(book) {
            let text = letter(region, lang, layout, &answers, &Replies::new());
            if layout != "receiver" {
                prop_assert!(text.sections.iter().all(|section| section.id != "lead"));
                continue;
            }
            for (at, section) in text.sections.iter().enumerate() {
                let leads = section.lines.iter().filter_map(|line| line.question).filter(|id| book.lead.contains(id)).count();
                let asked = section.lines.iter().filter(|line| line.question.is_some()).count();
                prop_assert_eq!(leads, if section.id == "lead" { asked } else { 0 });
                prop_assert!(section.id != "lead" || at == 0);
            }
        }
    }

    #[test]
    fn what_is_not_stated_is_named_once_and_only_when_asked_for(region in any_region(), lang in any_lang(), answers in given()) {
        let (book, assessment) = (rulebook(region), assessed(region, &answers));
        let with = Form { names_not_stated: true, ..Form::from("receiver") };
        let named = summarise(book, words(lang), &answers, &assessment, &Replies::new(), with);
        let plain = letter(region, lang, "receiver", &answers, &Replies::new());
        let label = words(lang).ui(hs_core::ui!("letter-not-stated"));
        let lines = |text: &Summary| text.sections.iter().flat_map(|section| section.lines.clone()).collect::<Vec<_>>();
        let (stated, not_stated): (Vec<_>, Vec<_>) = lines(&named).into_iter().partition(|line| line.label.as_deref() != Some(label));
        prop_assert_eq!(stated, lines(&plain));
        let names = not_stated.iter().map(|line| line.text.to_lowercase()).collect::<Vec<_>>().join(", ");
        for (item, (_, state)) in book.items.iter().zip(&assessment.checklist) {
            for id in item.questions.iter().filter(|id| answers.get(**id).is_none() && assessment.is_relevant(**id)) {
                let name = words(lang).question(*id).expect("words").letter.to_lowercase();
                prop_assert!(*state != ItemState::Missing || book.questions[id.index()].not_in_letter || names.contains(&name), "{}", name);
            }
        }
    }

    #[test]
    fn the_letter_to_the_municipality_holds_no_reply_and_no_attachment(region in any_region(), lang in any_lang(), answers in given(), reason in any_text(&[])) {
        let replies: Replies = rulebook(region).rules.iter().map(|rule| (rule.id.clone(), format!("⟦{reason}⟧"))).collect();
        let text = letter(region, lang, "municipality", &answers, &replies);
        prop_assert_eq!(text.title.as_str(), words(lang).ui(hs_core::ui!("letter-title-municipality")));
        prop_assert!(text.attachments.is_none());
        prop_assert!(!to_text(&text, LineEnd::Lf).contains('⟦'));
    }

    #[test]
    fn nothing_typed_reaches_html_unescaped(region in any_region(), lang in any_lang(), answers in given(), reason in any_text(&[])) {
        let replies: Replies = rulebook(region).rules.iter().map(|rule| (rule.id.clone(), reason.clone())).collect();
        let html = to_html(&letter(region, lang, "receiver", &answers, &replies));
        let own = ["article>", "h1>", "section>", "h2>", "ul>", "li>", "strong>", "/article>", "/h1>", "/section>", "/h2>", "/ul>", "/li>", "/strong>", "br>"];
        let opening = format!("article lang=\"{}\">", lang.id());
        for tag in html.split('<').skip(1) {
            prop_assert!(tag.starts_with(&opening) || own.iter().any(|own| tag.starts_with(own)), "<{tag}");
        }
        let rest = html.replacen(&format!("<{opening}"), "", 1);
        prop_assert!(!rest.contains('"') && !rest.contains('\''), "a quotation mark");
        for entity in rest.split('&').skip(1) {
            prop_assert!(["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| entity.starts_with(known)), "&{entity}");
        }
    }
}

/// The letter of a patient of one group, with these options of one question chosen.
fn chosen(group: &str, id: &str, options: &[&str]) -> String {
    let book = rulebook(Region::SorOst);
    let question = |id: &str| book.all_questions().find(|(_, question)| question.id == id).expect("a question");
    let option = |id: &str, option: &str| OptionId::at(question(id).1.options().iter().position(|own| own == option).expect("an option"));
    let mut answers = Answers::new();
    answers.set(question("diagnosis-group").0, Answer::Choice(option("diagnosis-group", group)));
    answers.set(question(id).0, Answer::Multi(options.iter().map(|one| option(id, one)).collect()));
    to_text(&letter(Region::SorOst, Lang::Nb, "receiver", &answers, &Replies::new()), LineEnd::Lf)
}

#[test]
fn an_option_chosen_alone_can_have_its_own_sentence_or_none() {
    let back = |options: &[&str]| chosen("chronic-pain", "urgent-signs-back", options);
    assert!(back(&["none"]).contains("\n- Ingen tegn til cauda equina-syndrom eller alvorlig årsak."), "{}", back(&["none"]));
    assert!(back(&["suspected-serious-cause"]).contains("Tegn som kan haste: Mistanke om alvorlig årsak"));
    let nothing = chosen("chronic-pain", "circumstances-pain", &["none"]);
    assert_eq!(nothing, chosen("chronic-pain", "circumstances-pain", &[]), "{nothing}");
    assert!(chosen("chronic-pain", "circumstances-pain", &["yellow-flags"]).contains("Gule flagg"));
}
