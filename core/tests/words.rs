//! The words of three languages: each in its own language, never a verdict, in the calm tone of the guide; and every text
//! of the page is there and used.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::rulebook::words::{Lang, Words};
use hs_core::rulebook::{Destination, Ui};
use std::collections::BTreeSet;
use support::content;

/// Every text of a language with its place, in the same order in each.
fn texts(lang: Lang) -> Vec<(String, String)> {
    let words: Words = content().words(lang);
    let mut texts: Vec<(String, String)> = Ui::keys().zip(&words.ui).map(|(key, text)| (format!("ui {key}"), text.to_owned())).collect();
    let mut add = |place: String, text: &str| texts.push((place, text.to_owned()));
    for (section, text) in content().sections.iter().zip(&words.sections) {
        add(format!("section {section}"), text);
    }
    for (question, own) in content().questions.iter().zip(&words.questions) {
        let id = &question.id;
        add(format!("question {id} ask"), &own.ask);
        add(format!("question {id} help"), own.help.as_deref().unwrap_or(""));
        add(format!("question {id} example"), own.example.as_deref().unwrap_or(""));
        add(format!("question {id} letter"), &own.letter);
        add(format!("question {id} attachment"), own.attachment.as_deref().unwrap_or(""));
        for (option, (text, letter)) in question.options().iter().zip(own.options.iter().zip(&own.letters)) {
            // Yes and no are texts of the page where a question has no words of its own for them.
            if !(["yes", "no"].contains(&text.as_str()) && text == option) {
                add(format!("question {id} option {option}"), text);
            }
            add(format!("question {id} letter of {option}"), letter.as_deref().unwrap_or(""));
        }
    }
    for (at, rule) in words.rules.iter().enumerate() {
        add(format!("rule text {at} title"), &rule.title);
        add(format!("rule text {at} why"), &rule.why);
        add(format!("rule text {at} fix"), &rule.fix);
    }
    for (Destination { id, .. }, destination) in content().destinations.iter().zip(&words.destinations) {
        add(format!("destination {id} name"), &destination.name);
        add(format!("destination {id} how"), &destination.how);
    }
    for (one, words) in content().guidance.iter().zip(&words.guidance) {
        add(format!("guidance {} title", one.id), &words.title);
        add(format!("guidance {}", one.id), &words.text);
    }
    for own in &words.regions {
        let id = own.region.id();
        add(format!("region {id} name"), &own.name);
        add(format!("region {id} unit"), &own.unit);
        add(format!("region {id} note"), &own.note);
        own.items.iter().enumerate().for_each(|(at, text)| add(format!("region {id} item {at}"), text));
        own.steps.iter().flatten().enumerate().for_each(|(at, text)| add(format!("region {id} step {at}"), text));
        own.layouts.iter().flatten().enumerate().for_each(|(at, text)| add(format!("region {id} heading {at}"), text));
    }
    texts
}

/// Lower case, without punctuation.
fn tokens(text: &str) -> Vec<String> {
    text.to_lowercase()
        .replace('\u{ad}', "")
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} texts\n{}", wrong.len(), wrong.join("\n"));
}

/// Texts of a language in which one of these words stands, except where they are part of an allowed phrase.
fn with_words(lang: Lang, forbidden: &str, allowed: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (place, text) in texts(lang) {
        let plain = allowed.iter().fold(text.clone(), |text, phrase| text.replace(phrase, ""));
        let tokens = tokens(&plain);
        for word in forbidden.split_whitespace().filter(|word| tokens.iter().any(|token| token == word)) {
            found.push(format!("{} {place}: `{word}` in: {text}", lang.id()));
        }
    }
    found
}

/// Long texts that are the same in two languages because they are names.
const NAMES: [&str; 3] = ["Regional vurderingseining for rehabilitering, Helse Vest", "Barthel (0–20)", "Barthel (0–100)"];

/// Nynorsk is compared when the content is checked: what is good in both stands in `content/nynorsk.toml`.
#[test]
fn english_is_not_bokmal() {
    let mut wrong = Vec::new();
    for ((place, nb), (_, other)) in texts(Lang::Nb).into_iter().zip(texts(Lang::En)) {
        if nb == other && nb.chars().count() > 12 && !NAMES.contains(&nb.as_str()) {
            wrong.push(format!("{place}: the same as bokmål: {nb}"));
        }
    }
    report(&wrong);
}

#[test]
fn nothing_is_said_in_one_language_only() {
    let mut wrong = Vec::new();
    for lang in [Lang::Nn, Lang::En] {
        for ((place, nb), (_, other)) in texts(Lang::Nb).into_iter().zip(texts(lang)) {
            if nb.is_empty() != other.is_empty() {
                wrong.push(format!("{} {place}: `{other}`, in bokmål `{nb}`", lang.id()));
            }
        }
    }
    report(&wrong);
}

#[test]
fn no_bokmal_word_stands_in_nynorsk() {
    let forbidden = "henvisning henvisningen henvisninger henvise henviser henvises henvist ikke hva hvordan hvis hvor hvem hvilken \
        hvilket hvilke hver hvert hvorfor noe noen kun jeg fra mer nå være en et bare hun dem deres sykehus sykehuset \
        sykehuslege sykdom sykdommen uke uken uker måned måneder opphold oppholdet tjeneste tjenesten \
        spesialisthelsetjenesten kommunehelsetjenesten gjør gjøre skriver kommer gjelder trenger mangler siden sammen \
        annen annet egen eget selv vurderes øyeblikkelig hjemme hjemmet spørsmålene videre tilbud tilbudet veien vei";
    // Names of addressees and of a standard stand as they are.
    let names = ["Sunnaas sykehus", "Henvisning 2.0", "«regional vurderingsenhet HMN»", "«Henvisninger og søknader RVE»"];
    report(&with_words(Lang::Nn, forbidden, &names));
}

#[test]
fn no_nynorsk_word_stands_in_bokmal() {
    let forbidden = "ikkje kva korleis kven kvifor kor noko nokon berre eg frå meir vere ein eit tilvising tilvisinga sjukehus \
        sjukehuset sjukdom veke veka månad månader opphald opphaldet teneste tenesta spesialisthelsetenesta dei deira \
        saman gjere medan sidan annan eigen eige sjølv heime vidare tilbod tilbodet gjeld treng manglar brukar \
        vurderar hjå kvar kvart nokre desse ho då einskild eining";
    // What a note to an institution in Helse Vest is marked with, in its own words.
    report(&with_words(Lang::Nb, forbidden, &["«tilvising til livsstilsbehandling»"]));
}

#[test]
fn no_norwegian_word_stands_in_english() {
    let forbidden = "og ikke ikkje pasienten henvisning henvisningen tilvising hvis kommunen eller med som på til av det er å \
        opphold rehabilitering skriv svar spørsmål";
    // Names of Norwegian registers, addressees and headings stand as they are.
    let names = [
        "Henvisning 2.0",
        "“Rehabilitering, Regional",
        "vurderingseining for rehabilitering",
        "Rehabilitering Vest",
        "“tilvising til livsstilsbehandling”",
        "“Henvisninger og søknader RVE”",
        "“HNT ADM Rehabilitering",
        "Møre og Romsdal",
    ];
    report(&with_words(Lang::En, forbidden, &names));
}

/// Promise 4: no verdict on the patient or the referral, no odds, no claim that the municipality has the offer.
#[test]
fn no_text_holds_a_verdict() {
    let forbidden = [
        (
            Lang::Nb,
            "avslås | avslått | avvis | innvilg | godkjen | garant | sannsynlig | sjanse | kvalifiser | poengsum \
         | berettig | har krav på | har rett til | får plass | får tilbud | vil få avslag | får avslag | \
         fører til avslag | gir avslag | vil bli prioritert | kommunen har tilbud | kommunen tilbyr | \
         kommunen har et | skal kommunen | oppfyller kriteriene | uegnet | ikke egnet | umotivert",
        ),
        (
            Lang::Nn,
            "avslås | avslått | avslege | avvis | innvilg | godkjen | garant | sannsynleg | sjanse | kvalifiser | \
         poengsum | har krav på | har rett til | får plass | får tilbod | vil få avslag | får avslag | fører \
         til avslag | gir avslag | vil bli prioritert | kommunen har tilbod | kommunen tilbyr | kommunen har \
         eit | skal kommunen | oppfyller kriteria | ueigna | ikkje eigna | umotivert",
        ),
        (
            Lang::En,
            "be refused | be rejected | is rejected | rejected | be granted | be accepted | approv | eligib | \
         probab | likely to be | chance | qualif | score | entitled | guarantee | the municipality offers | \
         the municipality has an | the municipality has the offer | leads to refusal | meets the criteria | \
         unsuitable | unmotivated",
        ),
    ];
    // Neither level may turn the patient away; a plan is offered; the Barthel score is a score.
    let allowed = ["kan avvise pasienten", "får tilbud om plan", "får tilbod om plan", "Barthel score", "Score what"];
    let mut wrong = Vec::new();
    for (lang, forbidden) in forbidden {
        for (place, text) in texts(lang) {
            let plain = allowed.iter().fold(text.clone(), |text, phrase| text.replace(phrase, "")).to_lowercase();
            wrong.extend(
                forbidden
                    .split(" | ")
                    .filter(|word| plain.contains(word))
                    .map(|word| format!("{} {place}: `{word}` in: {text}", lang.id())),
            );
        }
    }
    report(&wrong);
}

#[test]
fn rule_texts_have_the_tone_of_the_guide() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for rule in &content().words(lang).rules {
            let mut note = |what: &str, text: &str| wrong.push(format!("{}: {what}: {text}", lang.id()));
            if rule.title.ends_with(['.', '!', ':']) {
                note("the title ends with a full stop", &rule.title);
            }
            if rule.title.chars().count() > 90 {
                note("the title is long", &rule.title);
            }
            for text in [&rule.title, &rule.why, &rule.fix] {
                if !text.starts_with(|letter: char| letter.is_uppercase() || letter == '«' || letter == '“') {
                    note("it begins in lower case", text);
                }
                if text.contains('!') {
                    note("it shouts", text);
                }
                if text.contains("  ") {
                    note("two spaces", text);
                }
            }
            for text in [&rule.why, &rule.fix] {
                if !text.ends_with(['.', '?', '»', ')', '”']) {
                    note("it does not end as a sentence", text);
                }
            }
            for order in ["du må", "må du", "du skal", "skal du", "you must", "you shall", "must you"] {
                if [&rule.title, &rule.why, &rule.fix]
                    .iter()
                    .any(|text| format!(" {} ", tokens(text).join(" ")).contains(&format!(" {order} ")))
                {
                    note(&format!("`{order}` is an order"), &rule.fix);
                }
            }
            if ["du må", "du skal", "legen", "husk"].iter().any(|start| rule.fix.to_lowercase().starts_with(start)) {
                note("the fix does not begin with what one can do", &rule.fix);
            }
        }
    }
    report(&wrong);
}

#[test]
fn questions_ask_and_letters_name() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for (question, own) in content().questions.iter().zip(&content().words(lang).questions) {
            let mut note = |what: &str, text: &str| wrong.push(format!("{} {}: {what}: {text}", lang.id(), question.id));
            if !own.ask.ends_with(['?', ':', '.']) && own.ask.split_whitespace().count() > 4 {
                note("it asks without an end", &own.ask);
            }
            if own.letter.ends_with([':', '.', '?']) {
                note("the name in the letter ends with a mark", &own.letter);
            }
            for sentence in own.letters.iter().flatten().filter(|sentence| !sentence.is_empty()) {
                if !sentence.ends_with('.') {
                    note("the sentence for the letter has no full stop", sentence);
                }
            }
        }
    }
    report(&wrong);
}

/// What can read a text by its key.
fn sources() -> Vec<(String, String)> {
    support::sources::files(&["src", "core/src", "xtask/src"], &["rs", "js", "html"])
}

#[test]
fn every_text_of_the_page_is_used() {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (path, text) in sources() {
        for (call, ends) in [("ui!(\"", [""].as_slice()), ("ui_counted!(\"", &["-one", "-many"])] {
            let keys = text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            used.extend(keys.flat_map(|key| ends.iter().map(move |end| format!("{key}{end}"))));
        }
        assert!(!text.contains("ui!( "), "{path}: `ui!` is written without a space, so that this test reads it");
    }
    assert!(used.len() > 100, "only {} calls were read: the test does not see the sources", used.len());
    for question in &content().questions {
        if let hs_core::rulebook::QuestionKind::Number { unit: Some(unit), .. } = &question.kind {
            used.extend(Ui::keys().nth(unit.index()).map(str::to_owned));
        }
    }
    // The element reads those of a crash by where they stand in the file.
    let of_crash = ["crash-copy-hint", "crash-restart", "crash-text", "crash-title"];
    assert!(Ui::keys().take(of_crash.len()).eq(of_crash), "src/embed/henvisningsstotte.js takes the first texts for those of a crash");
    used.extend(of_crash.map(str::to_owned));
    let unused: Vec<String> = Ui::keys().filter(|key| !used.contains(*key)).map(str::to_owned).collect();
    report(&unused);
}

#[test]
fn vague_words_are_single_words_in_lower_case() {
    use hs_core::rulebook::QuestionKind;
    for question in &content().questions {
        if let QuestionKind::Text { vague_words } | QuestionKind::Area { vague_words } = &question.kind {
            for word in vague_words {
                assert!(
                    word.chars().all(char::is_alphanumeric) && *word == word.to_lowercase(),
                    "{}: `{word}` can never be met",
                    question.id
                );
            }
        }
    }
}
