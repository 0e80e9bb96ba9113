//! Whatever a clinician can change in the content is told in words: each kind of record, each kind of value.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop"
)]

mod support;

use hs_core::content::diff::{Edition, difference, has_a_kind, has_a_label};
use hs_core::content::made;
use support::broken::{Broken, shown};
use support::{content, folder};

/// One change, and what is told of it: kind and record, what the value is called, and the lines under it.
struct Row {
    at: (&'static str, &'static str),
    change: (&'static str, &'static str),
    of: (&'static str, &'static str),
    label: &'static str,
    says: &'static [&'static str],
}

const fn row(
    at: (&'static str, &'static str),
    change: (&'static str, &'static str),
    of: (&'static str, &'static str),
    label: &'static str,
    says: &'static [&'static str],
) -> Row {
    Row { at, change, of, label, says }
}

const STROKE: (&str, &str) = ("guidance/lines-midt.toml", "\"line-midt-stroke\"");
const LINE: (&str, &str) = ("Verdt å vite", "line-midt-stroke");
const NORD: (&str, &str) = ("national/routes.toml", "id = \"rve-nord\"");
const PLACE: (&str, &str) = ("Steder", "rve-nord");
const OPERATION: (&str, &str) = ("regions/midt.toml", "to = \"hospital-after-operation\"");
const STEP: (&str, &str) = ("Veiene", "midt / hospital-after-operation");
const BACKGROUND: (&str, &str) = ("regions/midt.toml", "id = \"background\"");
const ITEM: (&str, &str) = ("Sjekklistene", "midt / background");
const COURSE: (&str, &str) = ("questions.toml", "\"learning-course\"");
const QUESTION: (&str, &str) = ("Spørsmål", "learning-course");
const RULE: (&str, &str) = ("national/repeated-stays.toml", "\"weak-new-factor\"");
const WEAK: (&str, &str) = ("Regler", "weak-new-factor");

const ROWS: &[Row] = &[
    // What the sources tell.
    row(STROKE, ("\"service-line\"", "\"right\""), LINE, "type", &["før: service-line", "nå:  right"]),
    row(STROKE, ("[\"midt\"]", "[\"midt\", \"vest\"]"), LINE, "gjelder i", &["før: midt", "nå:  midt, vest"]),
    row(STROKE, ("2026-07-31", "2027-07-31"), LINE, "gyldig til", &["før: 2026-07-31", "nå:  2027-07-31"]),
    row(STROKE, ("[\"meraker-slag\"]", "[\"rehr\"]"), LINE, "kilder", &["før: meraker-slag", "nå:  rehr"]),
    row(STROKE, ("\"stated\"", "\"interpreted\""), LINE, "grunnlag", &["før: stated", "nå:  interpreted"]),
    row(STROKE, ("[\"stroke\", \"brain-injury\"]", "[\"stroke\"]"), LINE, "vises når", &["nå:  «Diagnosegruppe» er «Hjerneslag»"]),
    row(STROKE, ("title = \"Stroke and", "title = \"A stroke and"), LINE, "tittel (en)", &["nå:  A stroke and brain injury"]),
    row(STROKE, ("Òg dagtilbod.", "Dagtilbod òg."), LINE, "tekst (nn)", &["Òg dagtilbod.", "Dagtilbod òg."]),
    row(
        STROKE,
        ("name = \"another group\"", "name = \"a group of another kind\""),
        LINE,
        "",
        &["ny: eksempelet «a group of another kind»", "borte: eksempelet «another group»"],
    ),
    // Places and their addresses.
    row(NORD, ("77 62 72 35 / ", ""), PLACE, "adresse: telefon", &["før: 77 62 72 35 / 77 66 94 34", "nå:  77 66 94 34"]),
    row(NORD, ("Postboks 11", "Postboks 12"), PLACE, "adresse: post", &["Postboks 11", "Postboks 12"]),
    row(NORD, ("(RRV)\"", "(RVE)\""), PLACE, "adresse: elektronisk", &["(RRV)", "(RVE)"]),
    row(NORD, ("sources    = [", "checked    = 2026-11-21\nsources    = ["), PLACE, "adresse: sjekket", &["(ikke noe)", "2026-11-21"]),
    row(NORD, ("(RVE), Helse Nord\"", "RVE, Helse Nord\""), PLACE, "navn (nb)", &["(RVE), Helse Nord", "enhet RVE, Helse Nord"]),
    row(
        NORD,
        ("how  = \"Send elektronisk", "how  = \"Send den elektronisk"),
        PLACE,
        "hvordan (nb)",
        &["før: Send elektronisk", "nå:  Send den elektronisk"],
    ),
    // The way there.
    row(OPERATION, ("is = \"after-planned-surgery\"", "is = \"respite\""), STEP, "når", &["«Formål» er «"]),
    row(OPERATION, ("[\"rehr#operasjon\", ", "["), STEP, "kilder", &["før: rehr#operasjon, hnt-now#overskrifter"]),
    row(OPERATION, ("basis = \"stated\"", "basis = \"interpreted\""), STEP, "grunnlag", &["før: stated"]),
    row(
        ("regions/midt.toml", "to = \"unknown\""),
        ("text.en.how = \"The sources only", "text.en.how = \"Our sources only"),
        ("Veiene", "midt / unknown"),
        "hvordan (en)",
        &["før: The sources only", "nå:  Our sources only"],
    ),
    // The checklist.
    row(BACKGROUND, ("[\"history\", \"findings\"]", "[\"findings\"]"), ITEM, "spørsmål", &["før: «Sykehistorie», «Funn»", "nå:  «Funn»"]),
    row(BACKGROUND, ("\"all\"", "\"any\""), ITEM, "beskrevet når", &["før: all", "nå:  any"]),
    row(BACKGROUND, ("questions =", "number = \"4\"\nquestions ="), ITEM, "nummer", &["før: (ikke noe)", "nå:  4"]),
    row(
        BACKGROUND,
        ("questions =", "relevant.all = [{ question = \"purpose\", is = \"assessment\" }]\nquestions ="),
        ITEM,
        "aktuelt når",
        &["før: alltid", "nå:  «Formål» er «"],
    ),
    row(BACKGROUND, ("nn = \"Bakgrunn: sjukehistorie", "nn = \"Bakgrunnen: sjukehistorie"), ITEM, "tekst (nn)", &["nå:  Bakgrunnen: "]),
    // Questions.
    row(
        ("questions.toml", "\"referrer-role\""),
        ("[\"sor-ost\", \"vest\"]", "[\"vest\"]"),
        ("Spørsmål", "referrer-role"),
        "gjelder i",
        &["før: sor-ost, vest", "nå:  vest"],
    ),
    row(
        ("questions.toml", "id      = \"individual-plan\""),
        ("type    = ", "relevant.all = [{ question = \"purpose\", is = \"assessment\" }]\ntype    = "),
        ("Spørsmål", "individual-plan"),
        "stilles når",
        &["før: alltid", "nå:  «Formål» er «"],
    ),
    row(COURSE, ("Har pasienten gått", "Gikk pasienten"), QUESTION, "spørsmålet (nb)", &["nå:  Gikk pasienten"]),
    row(COURSE, ("help   = \"Et slikt kurs", "help   = \"Kurset"), QUESTION, "hjelp (nb)", &["før: Et slikt kurs", "nå:  Kurset"]),
    row(
        COURSE,
        ("options.attended      = \"Ja\"", "options.attended      = \"Ja, fullført\""),
        QUESTION,
        "valg attended (nb)",
        &["nå:  Ja, fullført"],
    ),
    row(
        COURSE,
        ("letters.attended      = \"Pasienten har", "letters.attended      = \"Han har"),
        QUESTION,
        "setningen for attended (nb)",
        &["nå:  Han har"],
    ),
    row(
        ("questions.toml", "id            = \"age-years\""),
        ("max           = 120", "max           = 110"),
        ("Spørsmål", "age-years"),
        "høyeste tall",
        &["før: 120", "nå:  110"],
    ),
    row(
        ("questions.toml", "id      = \"goal\""),
        ("\"opptrening\", ", ""),
        ("Spørsmål", "goal"),
        "ord som alene ikke beskriver noe",
        &["tatt bort: opptrening"],
    ),
    // Rules.
    row(
        RULE,
        ("only = [\"new-goals\", \"changed-life-situation\"]", "only = [\"new-goals\"]"),
        WEAK,
        "vilkår",
        &["nå:  Regelen slår til når"],
    ),
    row(RULE, ("since   = 2026-11-21", "since   = 2026-12-01"), WEAK, "gjelder fra", &["nå:  2026-12-01"]),
    row(RULE, ("basis = \"stated\"", "basis = \"interpreted\""), WEAK, "står i sor-ost: grunnlag", &["nå:  interpreted"]),
    row(
        RULE,
        ("[rule.text.nb]", "[rule.review]\nby = \"Prøve Prøvesen, oppdiktet\"\non = 2026-12-01\n[rule.text.nb]"),
        WEAK,
        "gjennomgått: av",
        &["nå:  Prøve Prøvesen"],
    ),
    row(
        ("regions/midt.toml", "[[differs]]"),
        ("reason = \"", "reason = \"Kort sagt: "),
        ("Regionenes egne vilkår og ord", "midt / main-diagnosis-psychiatric-or-substance"),
        "grunn",
        &["nå:  Kort sagt: "],
    ),
    row(
        ("national/routes.toml", "id    = \"child\""),
        ("er barn", "er et barn"),
        ("Sammensatte vilkår", "child"),
        "sier",
        &["nå:  Pasienten er et barn"],
    ),
    row(
        ("national/routes.toml", "id     = \"adult-age\""),
        ("value = 18,", "value = 18, from = \"2026-01-01\","),
        ("Grenser", "adult-age"),
        "fra",
        &["før: (ikke noe)", "nå:  2026-01-01"],
    ),
    row(
        ("national/level.toml", "[level]"),
        ("municipal = [0, 0], level = \"specialist\"", "municipal = [0, 0], level = \"shared\""),
        ("Nivåtabellen", "nivå"),
        "rad 2: nivå",
        &["før: specialist", "nå:  shared"],
    ),
    // All the rest.
    row(
        ("layouts.toml", "id       = \"request\""),
        ("\"requested-service\", \"course\",", "\"course\", \"requested-service\","),
        ("Rekkefølgen i henvisningsteksten", "receiver / midt"),
        "bolk «request»: spørsmål",
        &["flyttet: «"],
    ),
    row(
        ("layouts.toml", "id       = \"request\""),
        ("title.en = \"What is", "title.en = \"All that is"),
        ("Rekkefølgen i henvisningsteksten", "receiver / midt"),
        "bolk «request»: tittel (en)",
        &["nå:  All that is requested"],
    ),
    row(
        ("codes.toml", "\"stroke\""),
        ("\"K90\", \"K91\"", "\"K90\""),
        ("Diagnosekoder", "diagnosis-group / stroke"),
        "ICPC-2",
        &["før: K90, K91"],
    ),
    row(("codes.toml", "\"stroke\""), (", \"G81\"", ""), ("Diagnosekoder", "diagnosis-group / stroke"), "ICD-10", &["tatt bort: G81"]),
    row(
        ("coverage/midt.toml", "\"1–8\""),
        ("unknown = \"Punktene er", "letter = \"Punktene er"),
        ("De publiserte listene", "midt / rve"),
        "punktet 1–8 «De åtte punktene henvisningen skal ha»: dekket av",
        &["før: ukjent: Punktene er", "nå:  henvisningsteksten: Punktene er"],
    ),
    row(("ui/nb.toml", "title"), ("\"Henvisningsstøtte\"", "\"Støtten\""), ("Ordene på siden", "title"), "tekst (nb)", &["nå:  Støtten"]),
    row(
        ("nynorsk.toml", "same = ["),
        ("\"Behov for tolk\"", "\"Behov for tolken\""),
        ("Likt på bokmål og nynorsk", "nynorsk"),
        "tekster",
        &["lagt til: Behov for tolken", "tatt bort: Behov for tolk"],
    ),
    row(("sources.toml", "id = \"doc0\""), ("ca. 2023–2024", "2024"), ("Kilder", "doc0"), "dato", &["før: ca. 2023–2024", "nå:  2024"]),
    row(("sources.toml", "id = \"doc0\""), ("fase = \"Fase og", "fase = \"Fasen og"), ("Kilder", "doc0"), "sted fase", &["nå:  Fasen og"]),
    row(("rulebook.toml", "version"), ("2026.1", "2027.1"), ("Utgaven", "rulebook"), "utgave", &["nå:  2027.1"]),
    row(
        ("cases/midt-nothing-answered.toml", "about"),
        ("about  = \"", "about  = \"Once more: "),
        ("Pasienter", "midt-nothing-answered"),
        "sier",
        &["nå:  Once more: "],
    ),
];

/// What is told of one record.
fn of<'a>(told: &'a str, (kind, id): (&str, &str)) -> &'a str {
    let kind = told.split("\n\n").find(|part| part.lines().next() == Some(kind)).unwrap_or_else(|| panic!("no kind {kind} in\n{told}"));
    let record = kind.split("\n  ~ ").skip(1).find(|part| part.lines().next() == Some(id));
    record.unwrap_or_else(|| panic!("no {id} in\n{kind}"))
}

/// The lines under one value of a record.
fn value<'a>(record: &'a str, label: &str) -> Option<&'a str> {
    let start = record.find(&format!("\n      {label}\n"))? + label.len() + 8;
    let rest = &record[start..];
    let end = rest.lines().take_while(|line| line.starts_with("        ")).map(|line| line.len() + 1).sum::<usize>();
    Some(&rest[..end.min(rest.len())])
}

fn edition(copy: &std::path::Path) -> Edition {
    Edition::read(copy).unwrap_or_else(|problems| panic!("{}", shown(&problems)))
}

#[test]
fn a_change_of_anything_a_clinician_can_write_is_told_under_its_record_with_before_and_after() {
    let copy = Broken::new();
    for row in ROWS {
        copy.replace(row.at.0, row.at.1, row.change.0, row.change.1);
    }
    let told = difference(&edition(&folder()), &edition(&copy.folder));
    let mut wrong = Vec::new();
    for row in ROWS {
        let record = of(&told, row.of);
        let said = if row.label.is_empty() { Some(record) } else { value(record, row.label) };
        if !said.is_some_and(|said| row.says.iter().all(|part| said.contains(part))) {
            wrong.push(format!("{:?} {}: {:?} is not in\n{}", row.of, row.label, row.says, said.unwrap_or(record)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_moved_is_told_with_its_new_place() {
    let copy = Broken::new();
    let text = copy.text("regions/midt.toml");
    let heading = "[[item]]\n";
    let at = text.find(&format!("{heading}id = \"background\"")).expect("the item");
    let end = at + heading.len() + text[at + heading.len()..].find(heading).expect("another item");
    let first = text.find(heading).expect("the first item");
    let moved = format!("{}{}{}{}", &text[..first], &text[at..end], &text[first..at], &text[end..]);
    std::fs::write(copy.path("regions/midt.toml"), moved).expect("written");
    let told = difference(&edition(&folder()), &edition(&copy.folder));
    assert_eq!(told, "Sjekklistene\n  ~ midt / background\n      flyttet: står nå først\n\nAlle eksempler gir det samme som før.\n");
}

#[test]
fn every_key_of_the_format_has_a_norwegian_name() {
    let mut missing = Vec::new();
    for (name, text) in made::files(content()).iter().filter(|(name, _)| name.ends_with(".schema.json")) {
        let schema: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let file = name.rsplit('/').next().unwrap_or_default();
        // These three are one record each.
        if !["case.schema.json", "rulebook.schema.json", "nynorsk.schema.json"].contains(&file) {
            let headings = schema["properties"].as_object().expect("headings").keys();
            missing.extend(headings.filter(|heading| !has_a_kind(heading)).map(|heading| format!("{name}: the heading `{heading}`")));
        }
        let records = schema["definitions"].as_object().into_iter().flatten().filter(|(record, _)| {
            // Conditions are told as sentences, and how a point is covered in words of its own.
            !matches!(record.as_str(), "Condition" | "Test" | "CoveredBy") && !record.starts_with("Texts")
        });
        let all = records.map(|(_, record)| record).chain([&schema]);
        for key in all.filter_map(|record| record["properties"].as_object()).flat_map(|keys| keys.keys()) {
            if !has_a_label(key) && !["nb", "nn", "en"].contains(&key.as_str()) {
                missing.push(format!("{name}: `{key}`"));
            }
        }
    }
    assert!(missing.is_empty(), "say in core/src/content/diff/labels.rs what these are called:\n{}", missing.join("\n"));
}
