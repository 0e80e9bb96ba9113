//! The naive reference engine: what the rulebook says, read straight from the prose (design section 2, `questions.md`).
//!
//! Two-valued: every question has an answer, a test is true or false. It shares the types with the core and nothing that
//! evaluates: its own reading of texts, numbers of identity, stays and conditions, each in its most obvious form.
//! Answers that the tests of one matter cannot tell apart are one class; the sorting into classes is its own too.

pub use super::samples::samples;
use hs_core::answers::{Answer, Stay};
use hs_core::content::condition::{Condition, Guarded, Subject, Test};
use hs_core::content::{Content, GuidanceContent, RuleContent, TestContent};
use hs_core::rulebook::classes::{Predicate, TextState};
use hs_core::rulebook::{Level, OptionId, Question, QuestionId, QuestionKind, Region};
use std::collections::BTreeSet;

/// What is decided: each has a number as its result.
#[derive(Debug, Clone, Copy)]
pub enum Matter<'a> {
    /// 1 when the rule holds.
    Rule(&'a RuleContent),
    /// 1 when the question is relevant.
    Relevance(QuestionId),
    /// Position in `Level::ALL`.
    Level,
    /// Step of the route list.
    Route,
    /// 1 when the checklist item is relevant.
    Item(&'a Guarded),
    /// 1 when the guidance is shown.
    Guidance(&'a GuidanceContent),
}

/// A class of answers: what the tests say of it, and answers in it.
#[derive(Debug, Clone)]
pub struct Class {
    says: Vec<bool>,
    /// Answers of this class, the plainest first.
    pub members: Vec<Answer>,
}

impl Class {
    /// Whether no test fits its answers.
    pub fn fits_nothing(&self) -> bool {
        !self.says.contains(&true)
    }
}

/// One region's content, read for one or more matters.
pub struct Naive<'a> {
    content: &'a Content,
    region: Region,
    predicates: Vec<Vec<&'a Predicate>>,
    /// The classes of every question that is read, by question.
    pub classes: Vec<Vec<Class>>,
    /// The questions that are read, in content order.
    pub reads: Vec<QuestionId>,
}

/// A complete answer: the class by question. Only questions that are read count.
pub type Complete = [usize];

impl<'a> Naive<'a> {
    /// Finds everything the matters read, through relevance, facts and the level, and sorts the answers into classes.
    pub fn of(content: &'a Content, region: Region, matters: &[Matter<'a>]) -> Self {
        let count = content.questions.len();
        let mut naive = Self { content, region, predicates: vec![Vec::new(); count], classes: vec![Vec::new(); count], reads: Vec::new() };
        let mut seen = BTreeSet::new();
        for matter in matters {
            naive.gather(*matter, &mut seen);
        }
        for (question, predicates) in content.questions.iter().zip(&naive.predicates) {
            if !predicates.is_empty() {
                naive.classes[position(content, question)] = sorted(question, predicates);
            }
        }
        naive.reads = (0..count).filter(|at| !naive.predicates[*at].is_empty()).map(QuestionId::at).collect();
        naive
    }

    fn gather(&mut self, matter: Matter<'a>, seen: &mut BTreeSet<usize>) {
        let content = self.content;
        match matter {
            Matter::Rule(rule) => self.gather_condition(condition_of(rule, self.region), seen),
            Matter::Relevance(question) => {
                if let Some(condition) = &content.relevance[question.index()] {
                    self.gather_condition(condition, seen);
                }
            }
            Matter::Level => {
                for factor in factors(content) {
                    self.gather_answer(factor, &YES_PREDICATE, false, seen);
                }
            }
            Matter::Route => {
                for step in &content.regions[&self.region].routes {
                    self.gather_condition(&step.when, seen);
                }
            }
            Matter::Item(relevant) => self.gather_condition(relevant, seen),
            Matter::Guidance(one) => self.gather_condition(&one.when, seen),
        }
    }

    fn gather_condition(&mut self, condition: &'a Guarded, seen: &mut BTreeSet<usize>) {
        for test in condition.tests() {
            match &test.subject {
                Subject::Question { question, predicate, kept } => self.gather_answer(*question, predicate, *kept, seen),
                Subject::Fact(fact) => self.gather_condition(&self.content.facts[*fact].condition, seen),
                Subject::Level(_) => self.gather(Matter::Level, seen),
            }
        }
    }

    fn gather_answer(&mut self, question: QuestionId, predicate: &'a Predicate, kept: bool, seen: &mut BTreeSet<usize>) {
        let known = &mut self.predicates[question.index()];
        if !known.contains(&predicate) {
            known.push(predicate);
        }
        if !kept && seen.insert(question.index()) {
            self.gather(Matter::Relevance(question), seen);
        }
    }

    /// The class of an answer.
    pub fn class(&self, question: QuestionId, answer: &Answer) -> Option<usize> {
        let says = signature(&self.content.questions[question.index()], answer, &self.predicates[question.index()]);
        self.classes[question.index()].iter().position(|class| class.says == says)
    }

    /// What comes out.
    pub fn result(&self, matter: Matter<'_>, answers: &Complete) -> usize {
        match matter {
            Matter::Rule(rule) => usize::from(self.is_true(condition_of(rule, self.region), answers)),
            Matter::Relevance(question) => usize::from(self.is_relevant(question, answers)),
            Matter::Level => self.level(answers) as usize,
            Matter::Route => {
                let routes = &self.content.regions[&self.region].routes;
                // The first step whose condition is true decides; the last takes the rest.
                routes.iter().position(|step| self.is_true(&step.when, answers)).unwrap_or(routes.len() - 1)
            }
            Matter::Item(relevant) => usize::from(self.is_true(relevant, answers)),
            Matter::Guidance(one) => usize::from(self.is_true(&one.when, answers)),
        }
    }

    fn is_true(&self, condition: &Guarded, answers: &Complete) -> bool {
        let when = condition.when.is_empty() || self.joined(&condition.when, answers);
        let unless = !condition.unless.is_empty() && self.joined(&condition.unless, answers);
        when && !unless
    }

    fn joined(&self, condition: &Condition, answers: &Complete) -> bool {
        let all = condition.all.iter().all(|test| self.passes(test, answers));
        let any = condition.any.is_empty() || condition.any.iter().any(|test| self.passes(test, answers));
        all && any
    }

    fn passes(&self, test: &Test, answers: &Complete) -> bool {
        match &test.subject {
            // A test fails when the question is not relevant, its opposite too.
            Subject::Question { question, predicate, kept } => {
                (*kept || self.is_relevant(*question, answers)) && self.fits(*question, predicate, answers) != test.negated
            }
            Subject::Fact(fact) => self.is_true(&self.content.facts[*fact].condition, answers) != test.negated,
            Subject::Level(level) => (self.level(answers) == *level) != test.negated,
        }
    }

    fn fits(&self, question: QuestionId, predicate: &Predicate, answers: &Complete) -> bool {
        let at = question.index();
        let place = self.predicates[at].iter().position(|known| *known == predicate).expect("every test was gathered");
        self.classes[at][answers[at]].says[place]
    }

    /// Whether what is decided may differ from region to region although it is written once: a question is asked in some only.
    pub fn depends_on_region(&self) -> bool {
        self.reads.iter().any(|question| self.content.asked_in[question.index()].is_some())
    }

    /// Whether the question is asked.
    pub fn is_relevant(&self, question: QuestionId, answers: &Complete) -> bool {
        if self.content.asked_in[question.index()].as_ref().is_some_and(|regions| !regions.contains(&self.region)) {
            return false;
        }
        self.content.relevance[question.index()].as_ref().is_none_or(|condition| self.is_true(condition, answers))
    }

    fn level(&self, answers: &Complete) -> Level {
        let level = &self.content.level;
        let yes = |question: &QuestionId| self.is_relevant(*question, answers) && self.fits(*question, &YES_PREDICATE, answers);
        let competence = yes(&level.competence);
        let specialist = level.specialist.iter().filter(|question| yes(question)).count() as u8;
        let municipal = level.municipal.iter().filter(|question| yes(question)).count() as u8;
        for row in &level.rows {
            let specialist_fits = row.specialist[0] <= specialist && specialist <= row.specialist[1];
            let municipal_fits = row.municipal[0] <= municipal && municipal <= row.municipal[1];
            if row.competence == competence && specialist_fits && municipal_fits {
                return row.level;
            }
        }
        Level::Unclear
    }
}

static YES_PREDICATE: std::sync::LazyLock<Predicate> = std::sync::LazyLock::new(|| Predicate::OneOf(vec![OptionId::at(0)]));

fn factors(content: &Content) -> Vec<QuestionId> {
    let level = &content.level;
    [vec![level.competence], level.specialist.clone(), level.municipal.clone()].concat()
}

/// The condition of a rule in a region: its own where the region differs.
pub fn condition_of(rule: &RuleContent, region: Region) -> &Guarded {
    match (&rule.stands[&region].differs, &rule.test) {
        (Some(own), _) => own,
        (None, TestContent::When(condition)) => condition,
        (None, TestContent::Item { .. }) => panic!("`{}` has no condition", rule.id),
    }
}

fn position(content: &Content, question: &Question) -> usize {
    content.questions.iter().position(|one| one.id == question.id).expect("a question of the content")
}

fn sorted(question: &Question, predicates: &[&Predicate]) -> Vec<Class> {
    let mut classes: Vec<Class> = Vec::new();
    for answer in samples(question, predicates) {
        let says = signature(question, &answer, predicates);
        match classes.iter_mut().find(|class| class.says == says) {
            // A few of each are enough to see that they are treated alike.
            Some(class) if class.members.len() < 6 => class.members.push(answer),
            Some(_) => {}
            None => classes.push(Class { says, members: vec![answer] }),
        }
    }
    classes
}

fn signature(question: &Question, answer: &Answer, predicates: &[&Predicate]) -> Vec<bool> {
    predicates.iter().map(|predicate| says(question, answer, predicate)).collect()
}

/// What one test says of one answer.
fn says(question: &Question, answer: &Answer, predicate: &Predicate) -> bool {
    match (predicate, answer) {
        (Predicate::OneOf(options), Answer::Choice(one)) => options.iter().any(|option| option == one),
        (Predicate::Includes(options), Answer::Multi(chosen)) => options.iter().any(|option| chosen.contains(option)),
        (Predicate::Only(options), Answer::Multi(chosen)) => !chosen.iter().any(|one| !options.contains(one)),
        (Predicate::Exactly(option), Answer::Multi(chosen)) => chosen.len() == 1 && chosen[0] == *option,
        (Predicate::AtLeast(bound), Answer::Number(number)) => number >= bound,
        (Predicate::Unaffected, answer) => matches!(answer, Answer::Unaffected),
        (Predicate::TextIs(state), Answer::Text(_) | Answer::Coded(_)) => text_state(question, answer) == Some(*state),
        (Predicate::HasIdentifier, Answer::Text(text)) => has_identifier(text),
        (Predicate::HasIdentifier, Answer::Coded(coded)) => has_identifier(&coded.text) || has_identifier(&coded.code),
        (Predicate::Listed(bound), Answer::Stays(stays)) => stays.len() >= usize::from(*bound),
        (Predicate::Counted(bound), Answer::Stays(stays)) => counted(stays) >= usize::from(*bound),
        _ => false,
    }
}

/// Blank, vague (only words of the question's list) or described.
pub fn text_state(question: &Question, answer: &Answer) -> Option<TextState> {
    let (text, list): (&str, &[String]) = match (answer, &question.kind) {
        (Answer::Text(text), QuestionKind::Text { vague_words } | QuestionKind::Area { vague_words }) => (text, vague_words),
        (Answer::Coded(coded), _) if coded.code.trim().is_empty() => (&coded.text, &[]),
        (Answer::Coded(_), _) => return Some(TextState::Described),
        _ => return None,
    };
    let spaced: String = text.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let all_vague = words.iter().all(|word| list.contains(&(*word).to_owned()));
    Some(match (words.is_empty(), all_vague) {
        (true, _) => TextState::Blank,
        (false, true) => TextState::Vague,
        (false, false) => TextState::Described,
    })
}

/// A stay counts when it is for the same condition, unless it is a leg of the programme of such a stay just before it.
pub fn counted(stays: &[Stay]) -> usize {
    let same = |at: usize| stays[at].same_condition != Some(false);
    let is_leg = |at: usize| at > 0 && stays[at].same_programme == Some(true) && same(at - 1);
    (0..stays.len()).filter(|at| same(*at) && !is_leg(*at)).count()
}

/// Eleven digits standing alone, at most one space, full stop or hyphen after the sixth, with two right check digits.
pub fn has_identifier(text: &str) -> bool {
    const WAYS: [&[usize]; 6] = [&[11], &[6, 5], &[6, 3, 2], &[8, 5], &[2, 2, 2, 5], &[2, 2, 4, 5]];
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).and_then(|letter| letter.to_digit(10));
    let written = |from: usize, way: &[usize]| {
        let (mut at, mut digits) = (from, Vec::new());
        for (group, length) in way.iter().enumerate() {
            if group > 0 {
                let signs = letters[at..].iter().take_while(|letter| is_sign(**letter)).count();
                if !(1..=3).contains(&signs) {
                    return false;
                }
                at += signs;
            }
            for _ in 0..*length {
                let Some(one) = digit(at) else { return false };
                digits.push(one);
                at += 1;
            }
            if digit(at).is_some() {
                return false;
            }
        }
        if digits.len() == 13 {
            digits = [&digits[..4], &digits[6..]].concat();
        }
        is_identity_number(&digits)
    };
    (0..letters.len()).filter(|at| *at == 0 || digit(at - 1).is_none()).any(|from| WAYS.iter().any(|way| written(from, way)))
}

fn is_sign(letter: char) -> bool {
    " \t\n\r./-\u{a0}\u{ad}\u{2009}\u{200b}\u{202f}\u{2060}\u{2212}\u{feff}".contains(letter) || ('\u{2010}'..='\u{2015}').contains(&letter)
}

fn is_identity_number(digits: &[u32]) -> bool {
    let modulo = |weights: &[u32]| {
        let mut sum = 0;
        for (weight, digit) in weights.iter().zip(digits) {
            sum += weight * digit;
        }
        sum % 11
    };
    let first = modulo(&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
    let second = modulo(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
    if digits[0] >= 8 {
        return first == 0 && second == 0;
    }
    let day = (digits[0] % 4) * 10 + digits[1];
    let month = digits[2] * 10 + digits[3];
    let months = [month, month.wrapping_sub(40), month.wrapping_sub(80)];
    let last_day = |month: u32| {
        if month == 2 {
            29
        } else if [4, 6, 9, 11].contains(&month) {
            30
        } else {
            31
        }
    };
    let is_date = months.into_iter().any(|month| (1..=12).contains(&month) && (1..=last_day(month)).contains(&day));
    is_date && first <= 3 && second == 0
}
