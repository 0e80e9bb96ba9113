//! Content that is wrong is told with file, line and what to do, all of it at once. So are case files.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::content::{Problem, patient};
use hs_core::rulebook::Region;
use support::broken::{Broken, shown};
use support::{as_json, content};

#[test]
fn an_unbroken_copy_has_no_problem() {
    assert!(Broken::new().problems().is_empty());
}

#[test]
fn an_unknown_question_in_a_rule_is_told_with_the_one_meant() {
    let broken = Broken::new();
    let line = broken.replace(
        "national/repeated-stays.toml",
        "repeated-stays-no-new-factors",
        "question = \"new-factors\"",
        "question = \"new-factor\"",
    );
    let problem = broken.problem(&["unknown question `new-factor`"]);
    assert_eq!((problem.file.as_str(), problem.line), ("content/national/repeated-stays.toml", line));
    assert_eq!(problem.help.as_deref(), Some("did you mean `new-factors`?"));
    assert!(
        problem.to_string().starts_with(&format!("content/national/repeated-stays.toml:{line}: unknown question `new-factor`")),
        "{problem}"
    );
    assert!(problem.to_string().ends_with("\n  help: did you mean `new-factors`?"), "{problem}");
}

#[test]
fn an_unknown_option_source_and_rule_are_told_together() {
    let broken = Broken::new();
    let option = broken.replace("national/criteria.toml", "id      = \"convalescence\"", "is = \"convalescence\"", "is = \"convalesence\"");
    let source = broken.replace("national/criteria.toml", "respite-or-social", "innlandet#avslag-1", "innland#avslag-1");
    let rule = broken.add("regions/midt.toml", "[[differs]]\nrule = \"respit-or-social\"\nreason = \"x\"\nsource = \"rehr#avslag\"\nwhen.all = [{ question = \"purpose\", is = \"respite\" }]\n");
    let problems = broken.problems();
    assert!(problems.len() >= 3, "{}", shown(&problems));
    let at = |said: &str| {
        problems.iter().find(|problem| problem.message.contains(said)).unwrap_or_else(|| panic!("{said}:\n{}", shown(&problems)))
    };
    assert_eq!((at("`convalesence`").line, at("`convalesence`").help.as_deref()), (option, Some("did you mean `convalescence`?")));
    assert_eq!(
        (at("unknown source `innland`").line, at("unknown source `innland`").help.as_deref()),
        (source, Some("did you mean `innlandet`?"))
    );
    assert_eq!(
        (at("unknown rule `respit-or-social`").line, at("unknown rule `respit-or-social`").file.as_str()),
        (rule + 1, "content/regions/midt.toml")
    );
}

#[test]
fn relevance_that_leads_back_to_itself_is_a_problem() {
    let broken = Broken::new();
    let text = broken.text("questions.toml");
    assert!(text.contains("id      = \"earlier-stay\""), "the question is written another way now");
    broken.replace(
        "questions.toml",
        "id      = \"earlier-stay\"",
        "type    = \"yes-no\"",
        "type    = \"yes-no\"\nrelevant.all = [{ question = \"new-factors\", is = \"none\" }]",
    );
    let problem = broken.problem(&["leads back to itself"]);
    assert_eq!(problem.file, "content/questions.toml");
}

#[test]
fn a_question_asked_before_the_one_that_decides_it_is_a_problem() {
    let broken = Broken::new();
    broken.replace(
        "questions.toml",
        "id      = \"earlier-stay\"",
        "type    = \"yes-no\"",
        "type    = \"yes-no\"\nrelevant.all = [{ question = \"work-status\", is = \"working\" }]",
    );
    let problem = broken.problem(&["`earlier-stay` is asked before `work-status`"]);
    assert_eq!(problem.help.as_deref(), Some("move it below"));
}

#[test]
fn a_clause_that_changes_nothing_is_a_problem() {
    let broken = Broken::new();
    // `new-factors` is asked only when there was an earlier stay, so this says nothing new.
    broken.replace(
        "national/repeated-stays.toml",
        "id      = \"weak-new-factor\"",
        "when.all   = [ ",
        "when.all   = [ { question = \"earlier-stay\", is = \"yes\" }, ",
    );
    let problem = broken.problem(&["weak-new-factor", "changes nothing"]);
    assert_eq!(problem.file, "content/national/repeated-stays.toml");
    assert!(problem.help.is_some());
}

#[test]
fn a_rule_that_can_never_hold_is_a_problem() {
    let broken = Broken::new();
    broken.replace(
        "national/criteria.toml",
        "id      = \"convalescence\"",
        "when.all = [ ",
        "when.all = [ { question = \"purpose\", is = \"respite\" }, ",
    );
    broken.problem(&["convalescence", "can never hold"]);
}

#[test]
fn a_missing_text_in_nynorsk_is_a_problem() {
    let broken = Broken::new();
    let text = broken.text("national/criteria.toml");
    let from = text.find("[rule.text.nn]").expect("there are texts");
    let to = from + text[from..].find("[rule.text.en]").expect("english follows");
    std::fs::write(broken.path("national/criteria.toml"), format!("{}{}", &text[..from], &text[to..])).expect("written");
    let problem = broken.problem(&["`convalescence` has no text in `nn`"]);
    assert_eq!(problem.file, "content/national/criteria.toml");
}

#[test]
fn a_number_compared_without_a_threshold_is_a_problem() {
    let broken = Broken::new();
    let line = broken.replace("national/routes.toml", "id    = \"child\"", "below = \"adult-age\"", "below = \"adult-aeg\"");
    let problem = broken.problem(&["unknown threshold `adult-aeg`"]);
    assert_eq!((problem.line, problem.help.as_deref()), (line, Some("did you mean `adult-age`?")));
    let broken = Broken::new();
    broken.replace("national/criteria.toml", "id      = \"convalescence\"", "is = \"convalescence\"", "below = \"adult-age\"");
    let problem = broken.problem(&["`purpose` cannot be compared like that"]);
    assert_eq!(problem.help.as_deref(), Some("a choice takes `is` or `one_of`"));
}

#[test]
fn an_id_that_is_there_twice_is_a_problem() {
    let broken = Broken::new();
    let line = broken.add("sources.toml", "[[source]]\nid = \"innlandet\"\ntitle = \"x\"\npublisher = \"x\"\nconfidence = \"low\"\n");
    let problem = broken.problem(&["source `innlandet` is there twice"]);
    assert_eq!((problem.file.as_str(), problem.line), ("content/sources.toml", line + 1));
}

#[test]
fn a_rule_without_a_source_or_without_a_case_is_a_problem() {
    let broken = Broken::new();
    broken.replace("national/criteria.toml", "id      = \"motivation-lacking\"", "sources = [\"hnt-prio#vilkar\"]", "sources = []");
    let problem = broken.problem(&["`motivation-lacking` has no source in midt"]);
    assert_eq!(problem.help.as_deref(), Some("a rule with no source is a defect"));
    let broken = Broken::new();
    broken.replace("national/criteria.toml", "id      = \"convalescence\"", "expect  = \"holds\"", "expect  = \"undecided\"");
    broken.problem(&["`convalescence` has no case that expects holds"]);
}

#[test]
fn a_case_that_comes_out_otherwise_is_a_problem_at_its_line() {
    let broken = Broken::new();
    let line = broken.replace(
        "national/criteria.toml",
        "id      = \"convalescence\"",
        "answers = { purpose = \"convalescence\" }",
        "answers = { purpose = \"assessment\" }",
    );
    let problem = broken.problem(&["of `convalescence`: expected holds, came fails"]);
    assert!(problem.file == "content/national/criteria.toml" && problem.line <= line && problem.line + 8 > line, "{problem}");
}

#[test]
fn an_unknown_key_or_heading_is_a_problem() {
    let broken = Broken::new();
    let line = broken.replace("national/criteria.toml", "id      = \"convalescence\"", "status  = \"active\"", "statsu  = \"active\"");
    let problem = broken.problem(&["statsu"]);
    assert_eq!((problem.file.as_str(), problem.line), ("content/national/criteria.toml", line));
    let broken = Broken::new();
    let line = broken.add("regions/midt.toml", "[[threshold]]\nid = \"x\"\n");
    let problem = broken.problem(&["unknown heading `threshold`"]);
    assert_eq!((problem.file.as_str(), problem.line), ("content/regions/midt.toml", line));
}

#[test]
fn texts_of_the_page_have_the_same_keys_and_placeholders() {
    let broken = Broken::new();
    broken.add("ui/nb.toml", "only-here = \"Bare her\"");
    broken.problem(&["ui text `only-here` has no `nn`"]);
    let broken = Broken::new();
    broken.replace("ui/en.toml", "letter-title", "{unit}", "{units}");
    broken.problem(&["ui text `letter-title` has other placeholders in `en`"]);
}

/// What is wrong with a case file, with its lines.
fn case_problems(text: &str) -> Vec<Problem> {
    patient::read("case.toml", text, content()).err().unwrap_or_default()
}

#[test]
fn everything_wrong_in_a_case_file_is_told_at_once_with_its_line() {
    let problems = case_problems(
        r#"region = "mitd"
today = 2026-11-21
about = "Many slips."
[answers]
earlier-stey = "yes"
purpose = "convalesence"
barthel = 60
age-years = "46"
new-factors = ["none", "new-goals"]
local-measures = "physiotherapy"
goal = 3
[[answers.stays]]
ended = "2025-13"
same-condition = "maybe"
[expect]
holds = ["repeated-stays"]
"#,
    );
    let at = |line: usize, said: &str| {
        problems
            .iter()
            .find(|problem| problem.line == line && problem.message.contains(said))
            .unwrap_or_else(|| panic!("line {line}: {said}\n{}", shown(&problems)))
    };
    assert_eq!(at(1, "unknown region `mitd`").help.as_deref(), Some("did you mean `midt`?"));
    assert_eq!(at(5, "unknown question `earlier-stey`").help.as_deref(), Some("did you mean `earlier-stay`?"));
    assert_eq!(at(6, "`purpose` has no option `convalesence`").help.as_deref(), Some("did you mean `convalescence`?"));
    let barthel = at(7, "`barthel` is 60, outside its scale");
    assert_eq!(barthel.help.as_deref(), Some("between 0 and 20; for the wider scale use `barthel-100`"));
    at(8, "`age-years` is \"46\"");
    assert_eq!(at(9, "`none` together with other options").help.as_deref(), Some("`none` stands alone: remove it or the others"));
    at(10, "`local-measures` is \"physiotherapy\"");
    at(11, "`goal` is 3");
    assert!(
        problems.iter().any(|problem| problem.line >= 12 && problem.message.contains("`ended` is \"2025-13\", which is no month")),
        "{}",
        shown(&problems)
    );
    assert!(
        problems.iter().any(|problem| problem.line >= 12 && problem.message.contains("`same-condition` is \"maybe\"")),
        "{}",
        shown(&problems)
    );
    assert!(problems.iter().any(|problem| problem.message.contains("unknown rule `repeated-stays`")), "{}", shown(&problems));
    assert!(problems.iter().all(|problem| problem.file == "case.toml"));
    assert!(problems.len() >= 11, "{}", shown(&problems));
}

#[test]
fn guidance_that_a_case_names_must_be_there_and_be_shown_in_its_region() {
    let problems = case_problems(
        r#"region = "midt"
today = 2026-11-21
about = "Guidance by wrong names."
[expect]
guidance = [
  "lean-early-phase",
  "lean-erly-phase",
]
guidance_not = ["line-midt-strok", "line-sor-ost-heart", "nothing-like-it-at-all"]
[expect.because]
respit-or-social = ["purpose"]
"#,
    );
    let told: Vec<(usize, &str, Option<&str>)> =
        problems.iter().map(|problem| (problem.line, problem.message.as_str(), problem.help.as_deref())).collect();
    let never = "take it out: what is never shown in a region says nothing of its patients";
    for row in [
        (7, "unknown guidance `lean-erly-phase` in [expect]", Some("did you mean `lean-early-phase`?")),
        (9, "unknown guidance `line-midt-strok` in [expect]", Some("did you mean `line-midt-stroke`?")),
        (9, "guidance `line-sor-ost-heart` in [expect] does not stand in midt", Some(never)),
        (9, "unknown guidance `nothing-like-it-at-all` in [expect]", Some("its id as in content/guidance/*.toml")),
        (11, "unknown rule `respit-or-social` in [expect]", Some("did you mean `respite-or-social`?")),
    ] {
        assert!(told.contains(&row), "{row:?}\n{}", shown(&problems));
    }
    assert_eq!(told.len(), 5, "{}", shown(&problems));
}

#[test]
fn a_near_miss_of_guidance_that_is_shown_all_the_same_is_told() {
    let differences = |guidance_not: &str| {
        let text = format!("region = \"midt\"\n[answers]\ndiagnosis-group = \"stroke\"\n[expect]\nguidance_not = [\"{guidance_not}\"]\n");
        let patient = patient::read("case.toml", &text, content()).expect("it reads");
        let told = as_json(Region::Midt, &patient.answers);
        patient.expect.expect("it expects").differences(&told.into())
    };
    assert_eq!(differences("line-midt-stroke"), ["`line-midt-stroke` should not be told, and is"]);
    assert!(differences("line-midt-work").is_empty());
}

#[test]
fn a_case_that_is_no_toml_is_a_problem_with_its_line() {
    let problems = case_problems("region = \"midt\"\nanswers = [\n");
    assert!(!problems.is_empty() && problems.iter().all(|problem| problem.line >= 1));
    let problems = case_problems("region = \"midt\"\nansers = { purpose = \"respite\" }\n");
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].line, problems[0].help.as_deref()), (2, Some("did you mean `answers`?")));
}

#[test]
fn a_barthel_above_twenty_is_never_guessed() {
    let good = case_problems("region = \"midt\"\n[answers]\ncourse = \"inpatient\"\nbarthel = 20\nbarthel-100 = 60\n");
    assert!(good.is_empty(), "{}", shown(&good));
    let problems = case_problems("region = \"midt\"\n[answers]\nbarthel = 21\n");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].help.as_deref().is_some_and(|help| help.contains("`barthel-100`")), "{}", problems[0]);
    let problems = case_problems("region = \"midt\"\n[answers]\nbarthel-100 = 101\n");
    assert!(problems[0].help.as_deref() == Some("between 0 and 100"), "{}", problems[0]);
}
