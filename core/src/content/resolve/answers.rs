//! The answers and expectations of cases.

use super::Resolver;
use crate::answers::{Answers, notation};
use crate::content::raw;
use crate::content::{Expect, RuleCase, StateCase};
use crate::json::Json;
use crate::rulebook::{Question, QuestionId, Region, Rulebook};
use std::ops::Range;

impl Resolver<'_> {
    /// A case that names a region where what it is about does not stand would never be played, and say nothing.
    pub(super) fn is_played(&mut self, file: usize, region: Option<&raw::Name>, about: &str, stands: impl Fn(Region) -> bool) {
        // A name that is no region is told where the case is read.
        let Some((name, region)) = region.and_then(|name| Some((name, Region::from_id(name.get_ref())?))) else { return };
        if !stands(region) {
            let help = "name a region where it stands, or leave `region` out".to_owned();
            self.wrong(file, name, format!("this case is never played: {about} does not stand in {}", region.id()), Some(help));
        }
    }

    pub(super) fn state_cases(&mut self, file: usize, cases: &[raw::StateCase], states: &[&str]) -> Vec<StateCase> {
        let mut resolved = Vec::new();
        for case in cases {
            self.find(file, &case.expect, "expectation", states.iter().copied());
            if let Some(source) = &case.source {
                self.citation(file, source);
            }
            resolved.push(StateCase {
                name: case.name.get_ref().clone(),
                expect: case.expect.get_ref().clone(),
                region: case.region.as_ref().and_then(|name| self.region(file, name)),
                answers: self.answers(file, &case.answers.span(), case.answers.get_ref()),
                needs: case.needs.as_ref().map(|names| self.question_list(file, names)),
                because: case.because.as_ref().map(|names| self.question_list(file, names)),
                place: Self::place(file, &case.name.span()),
            });
        }
        resolved
    }

    pub(super) fn rule_cases(&mut self, file: usize, rule: &raw::Rule) -> Vec<RuleCase> {
        let mut resolved: Vec<RuleCase> = Vec::new();
        for case in &rule.case {
            let expect = match self.find(file, &case.expect, "expectation", ["holds", "fails", "undecided"].into_iter()) {
                Some(0) => Expect::Holds,
                Some(1) => Expect::Fails,
                _ => Expect::Undecided,
            };
            let source = case.source.as_ref().and_then(|name| self.citation(file, name));
            let answers = self.case_answers(file, case, &resolved);
            let today = match case.today.as_deref().map(str::parse) {
                None => self.cases_on,
                Some(Ok(date)) => date,
                Some(Err(_)) => {
                    self.wrong(file, &case.name, "`today` is no date".to_owned(), Some("today = \"2026-11-21\"".to_owned()));
                    self.cases_on
                }
            };
            let mut sorted = |names: &Option<Vec<raw::Name>>| names.as_ref().map(|names| self.question_list(file, names));
            let (because, needs, clears) = (sorted(&case.because), sorted(&case.needs), sorted(&case.clears));
            let region = case.region.as_ref().and_then(|name| self.region(file, name));
            if resolved.iter().any(|other| other.name == *case.name.get_ref()) {
                self.wrong(
                    file,
                    &case.name,
                    format!("two cases of `{}` have this name", rule.id.get_ref()),
                    Some("say what each of them shows".to_owned()),
                );
            }
            resolved.push(RuleCase {
                name: case.name.get_ref().clone(),
                expect,
                region,
                answers,
                because,
                needs,
                clears,
                today,
                source,
                near: case.near.as_ref().map(|name| name.get_ref().clone()),
                place: Self::place(file, &case.name.span()),
            });
        }
        resolved
    }

    /// The answers of a case, or those of the case it is a near miss of with one changed.
    fn case_answers(&mut self, file: usize, case: &raw::RuleCase, before: &[RuleCase]) -> Answers {
        match (&case.answers, &case.near, &case.change) {
            (Some(answers), None, None) => self.answers(file, &answers.span(), answers.get_ref()),
            (None, Some(near), Some(change)) => {
                let names: Vec<String> = before.iter().map(|case| case.name.clone()).collect();
                let Some(at) = self.find(file, near, "case before this one", names.iter().map(String::as_str)) else {
                    return Answers::new();
                };
                if case.source.is_none() {
                    self.wrong(
                        file,
                        &case.name,
                        "a near miss cites no source".to_owned(),
                        Some("source = \"…#…\": who says it turns there".to_owned()),
                    );
                }
                if change.get_ref().len() != 1 {
                    self.wrong(
                        file,
                        &case.name,
                        "a near miss changes exactly one answer".to_owned(),
                        Some("one answer in `change`; a case that differs more has its own `answers`".to_owned()),
                    );
                }
                let changed = self.answers(file, &change.span(), change.get_ref());
                let mut answers = before.get(at).map(|case| case.answers.clone()).unwrap_or_default();
                for (question, answer) in changed.iter() {
                    answers.set(question, answer.clone());
                }
                answers
            }
            _ => {
                self.wrong(
                    file,
                    &case.name,
                    "a case has either `answers`, or `near` and `change`".to_owned(),
                    Some("answers = { … } for the first, near = \"its name\" and change = { … } for the next".to_owned()),
                );
                Answers::new()
            }
        }
    }

    pub(super) fn answers(&mut self, file: usize, span: &Range<usize>, table: &toml::Table) -> Answers {
        let written = serde_json::to_value(table).map_or(Json::Null, Json::from);
        let (answers, problems) = notation::read(&question_table(&self.questions), written.as_table().unwrap_or_default());
        for problem in problems {
            self.wrong_at(file, span, problem.message, problem.help);
        }
        answers
    }
}

/// A rulebook of questions only, to read answers with.
pub(in crate::content) fn question_table(questions: &[Question]) -> Rulebook {
    use crate::rulebook::diagram::{Diagrams, Node};
    use crate::rulebook::{Basis, LevelTable, RouteTable};
    Rulebook {
        region: Region::Midt,
        version: String::new(),
        review: String::new(),
        sections: Vec::new(),
        questions: questions.to_vec(),
        classifiers: Vec::new(),
        diagrams: Diagrams::default(),
        relevance: Vec::new(),
        rules: Vec::new(),
        items: Vec::new(),
        level: LevelTable {
            competence: QuestionId::at(0),
            specialist: Vec::new(),
            municipal: Vec::new(),
            decision: Node::result(3),
            sources: Vec::new(),
            basis: Basis::Interpreted,
        },
        route: RouteTable { steps: Vec::new(), decision: Node::NO, destinations: Vec::new() },
        guidance: Vec::new(),
        codes: Vec::new(),
        refusals: Vec::new(),
        sources: Vec::new(),
        layouts: Vec::new(),
        lead: Vec::new(),
        checklist_sources: Vec::new(),
    }
}
