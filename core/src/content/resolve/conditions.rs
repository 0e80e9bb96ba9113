//! Conditions: exactly one subject and one comparison a test, and only comparisons the question's type has.

use super::Resolver;
use crate::content::condition::{Condition, Guarded, Subject, Test};
use crate::content::raw::{self, Name, Spanned};
use crate::rulebook::classes::{Predicate, TextState};
use crate::rulebook::{Level, OptionId, Question, QuestionId, QuestionKind};

const COMPARISONS: &str = "is, one_of, includes, only, at_least, below, text_is, flag, listed_at_least, counted_at_least, counted_below";

impl Resolver<'_> {
    pub(super) fn guarded(&mut self, file: usize, when: Option<&raw::Condition>, unless: Option<&raw::Condition>, about: &str) -> Guarded {
        Guarded { when: self.condition(file, when, about), unless: self.condition(file, unless, about) }
    }

    fn condition(&mut self, file: usize, raw: Option<&raw::Condition>, about: &str) -> Condition {
        let Some(raw) = raw else { return Condition::default() };
        let mut tests = |tests: &[Spanned<raw::Test>]| tests.iter().filter_map(|test| self.test(file, test, about)).collect();
        Condition { all: tests(&raw.all), any: tests(&raw.any) }
    }

    fn test(&mut self, file: usize, raw: &Spanned<raw::Test>, about: &str) -> Option<Test> {
        let span = raw.span();
        let test = raw.get_ref();
        let comparisons = [
            test.is.is_some(),
            test.one_of.is_some(),
            test.includes.is_some(),
            test.only.is_some(),
            test.at_least.is_some(),
            test.below.is_some(),
            test.text_is.is_some(),
            test.flag.is_some(),
            test.listed_at_least.is_some(),
            test.counted_at_least.is_some(),
            test.counted_below.is_some(),
        ];
        let compared = comparisons.into_iter().filter(|there| *there).count();
        match (&test.question, &test.fact, &test.level) {
            (None, Some(fact), None) if compared == 0 && !test.kept => {
                let known = self.fact_ids.clone();
                let fact = self.find(file, fact, "fact", known.iter().map(String::as_str))?;
                Some(Test { subject: Subject::Fact(fact), negated: false })
            }
            (None, None, Some(level)) if compared == 0 && !test.kept => {
                let at = self.find(file, level, "level", Level::ALL.iter().map(|level| level.id()))?;
                Some(Test { subject: Subject::Level(Level::ALL.get(at).copied()?), negated: false })
            }
            (Some(question), None, None) if compared == 1 => {
                let id = self.question(file, question)?;
                let (predicate, negated) = self.predicate(file, id, test, question)?;
                Some(Test { subject: Subject::Question { question: id, predicate, kept: test.kept }, negated })
            }
            _ => {
                self.wrong_at(
                    file,
                    &span,
                    format!("a test in {about} needs one subject and one comparison"),
                    Some(format!(
                        "{{ question = \"…\", … }} with exactly one of {COMPARISONS}; or {{ fact = \"…\" }}; or {{ level = \"…\" }}"
                    )),
                );
                None
            }
        }
    }

    fn predicate(&mut self, file: usize, id: QuestionId, test: &raw::Test, name: &Name) -> Option<(Predicate, bool)> {
        let question = self.questions.get(id.index()).cloned()?;
        let is_text = question.is_text();
        let fits = match &question.kind {
            QuestionKind::Choice { .. } => test.is.is_some() || test.one_of.is_some(),
            QuestionKind::Multi { .. } => test.is.is_some() || test.includes.is_some() || test.only.is_some(),
            QuestionKind::Number { .. } => test.at_least.is_some() || test.below.is_some(),
            QuestionKind::Area { .. } => test.is.is_some() || test.text_is.is_some() || test.flag.is_some(),
            QuestionKind::Text { .. } | QuestionKind::Coded => test.text_is.is_some() || test.flag.is_some(),
            QuestionKind::Stays => test.listed_at_least.is_some() || test.counted_at_least.is_some() || test.counted_below.is_some(),
        };
        if !fits {
            self.wrong(file, name, format!("`{}` cannot be compared like that", question.id), Some(fitting(&question).to_owned()));
            return None;
        }
        let plain = |predicate| Some((predicate, false));
        if let Some(option) = &test.is {
            return match &question.kind {
                QuestionKind::Area { .. } => {
                    self.find(file, option, "value of an area", ["unaffected"].into_iter())?;
                    plain(Predicate::Unaffected)
                }
                QuestionKind::Multi { .. } => plain(Predicate::Exactly(self.option(file, &question, option)?)),
                _ => plain(Predicate::OneOf(vec![self.option(file, &question, option)?])),
            };
        }
        if let Some(options) = &test.one_of {
            return plain(Predicate::OneOf(self.option_list(file, &question, options)?));
        }
        if let Some(options) = &test.includes {
            return plain(Predicate::Includes(self.option_list(file, &question, options)?));
        }
        if let Some(options) = &test.only {
            return plain(Predicate::Only(self.option_list(file, &question, options)?));
        }
        if let Some(threshold) = &test.at_least {
            return plain(Predicate::AtLeast(self.threshold(file, id, threshold)?));
        }
        if let Some(threshold) = &test.below {
            return Some((Predicate::AtLeast(self.threshold(file, id, threshold)?), true));
        }
        if let Some(state) = &test.text_is {
            let states = [TextState::Blank, TextState::Vague, TextState::Described];
            let at = self.find(file, state, "state of a text", ["blank", "vague", "described"].into_iter())?;
            return plain(Predicate::TextIs(states.get(at).copied()?));
        }
        if let Some(flag) = &test.flag {
            self.find(file, flag, "flag", ["has-identifier"].into_iter())?;
            return is_text.then_some((Predicate::HasIdentifier, false));
        }
        if let Some(bound) = test.listed_at_least {
            return plain(Predicate::Listed(bound));
        }
        if let Some(bound) = test.counted_at_least {
            return plain(Predicate::Counted(bound));
        }
        test.counted_below.map(|bound| (Predicate::Counted(bound), true))
    }

    fn option_list(&mut self, file: usize, question: &Question, names: &[Name]) -> Option<Vec<OptionId>> {
        let mut options: Vec<OptionId> = names.iter().filter_map(|name| self.option(file, question, name)).collect();
        let complete = options.len() == names.len();
        options.sort_unstable();
        options.dedup();
        complete.then_some(options)
    }

    fn threshold(&mut self, file: usize, question: QuestionId, name: &Name) -> Option<i32> {
        let known: Vec<String> = self.thresholds.iter().map(|threshold| threshold.id.clone()).collect();
        let at = self.find(file, name, "threshold", known.iter().map(String::as_str))?;
        if !self.threshold_uses.contains(&(question, at)) {
            self.threshold_uses.push((question, at));
        }
        self.thresholds.get(at).map(|threshold| threshold.value)
    }
}

fn fitting(question: &Question) -> &'static str {
    match question.kind {
        QuestionKind::Choice { .. } => "a choice takes `is` or `one_of`",
        QuestionKind::Multi { .. } => "a multi takes `is`, `includes` or `only`",
        QuestionKind::Number { .. } => "a number takes `at_least` or `below` with the id of a threshold",
        QuestionKind::Area { .. } => "an area takes `is = \"unaffected\"`, `text_is` or `flag`",
        QuestionKind::Text { .. } | QuestionKind::Coded => "a text takes `text_is` or `flag`",
        QuestionKind::Stays => "stays take `listed_at_least`, `counted_at_least` or `counted_below`",
    }
}
