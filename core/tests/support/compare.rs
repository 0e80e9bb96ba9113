//! An engine against the table, one partial answer after the other.

use super::engines::{Engine, Verdict};
use super::random::Random;
use super::table::{Partial, Table};
use hs_core::answers::{Answer, Answers, Coded, Stay};
use hs_core::assess::{Change, Part};
use hs_core::content::Content;
use hs_core::rulebook::{Question, QuestionId, QuestionKind};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// How a comparison went.
pub struct Compared {
    /// How many partial answers were compared.
    pub partials: usize,
    /// Whether those are all there are.
    pub exhaustive: bool,
    /// How many findings were looked at: because, and what clears them.
    pub explained: usize,
    /// What differs, the first few in words.
    pub differences: Vec<String>,
}

/// How many partial answers are drawn where they cannot all be tried, and of how many of them `because` is looked through.
const DRAWN: usize = 4_000;
const DRAWN_EXPLAINED: usize = 80;

/// Compares all partial answers, or many; stops after so many differences.
pub fn compare(content: &Content, table: &Table<'_>, engine: &Engine<'_>, stop_at: usize) -> Compared {
    let exhaustive = table.is_exhaustive();
    let mut compared = Compared { partials: 0, exhaustive, explained: 0, differences: Vec::new() };
    let judge = Judge { content, table, meant: RefCell::default() };
    let mut random = Random(20_261_122);
    let count = if exhaustive { usize::try_from(table.partials()).expect("within the budget") } else { DRAWN };
    // Small ones several times over, each time with other answers of the same classes.
    let rounds = (2_000 / count).clamp(1, 20);
    for number in (0..rounds).flat_map(|_| 0..count) {
        let partial = if exhaustive { table.partial(number) } else { drawn(table, &mut random) };
        let answers = answers_of(table, &partial, &mut random);
        let verdict = engine(&answers);
        let explain = exhaustive || compared.explained < DRAWN_EXPLAINED;
        compared.partials = count;
        compared.explained += usize::from(explain && verdict.because.is_some());
        if let Some(difference) = judge.difference(&partial, &verdict, explain) {
            compared.differences.push(format!("{difference}\n    {}", shown(content, &answers)));
            if compared.differences.len() >= stop_at {
                break;
            }
        }
    }
    compared
}

/// A random partial answer: sparse or dense, plain or mixed, so that rare results come up.
fn drawn(table: &Table<'_>, random: &mut Random) -> Vec<Option<usize>> {
    let open = 5 + random.below(60);
    let plain = *random.pick(&[0, 70, 90, 97, 100]);
    table.sizes().iter().map(|size| (!random.percent(open)).then(|| if random.percent(plain) { 0 } else { random.below(*size) })).collect()
}

/// Any answers of these classes; what is open is not answered, or answered with "vet ikke".
fn answers_of(table: &Table<'_>, partial: &Partial, random: &mut Random) -> Answers {
    let mut answers = Answers::new();
    for (question, class) in table.reads().iter().zip(partial) {
        match class {
            Some(class) => answers.set(*question, random.pick(&table.naive.classes[question.index()][*class].members).clone()),
            None if random.percent(30) => answers.set(*question, Answer::Unknown),
            None => {}
        }
    }
    answers
}

/// Looks a verdict through.
struct Judge<'a> {
    content: &'a Content,
    table: &'a Table<'a>,
    /// The classes that words of `any_of` stand for, by question and word.
    meant: RefCell<BTreeMap<(QuestionId, String), Vec<usize>>>,
}

impl Judge<'_> {
    fn names(&self, questions: &[QuestionId]) -> String {
        names(self.content, questions)
    }

    fn difference(&self, partial: &Partial, verdict: &Verdict, explain: bool) -> Option<String> {
        let decided = self.table.decided(partial);
        if verdict.result != decided {
            return Some(format!("result is {:?}, should be {decided:?}", verdict.result));
        }
        let needs = if decided.is_some() { Vec::new() } else { self.table.needs(partial) };
        if verdict.needs != needs {
            return Some(format!("needs {}, should be {}", self.names(&verdict.needs), self.names(&needs)));
        }
        let result = decided.filter(|_| explain)?;
        let because = verdict.because.as_ref().and_then(|because| self.why_not_because(partial, because, result));
        because.or_else(|| verdict.clears.as_ref().and_then(|clears| self.why_not_clears(partial, clears)))
    }

    /// Enough to decide, and none to spare; among several such sets the one whose later questions were let go first.
    fn why_not_because(&self, partial: &Partial, because: &[QuestionId], result: usize) -> Option<String> {
        let table = self.table;
        let only = |kept: &[QuestionId]| -> Vec<Option<usize>> {
            table.reads().iter().zip(partial).map(|(question, class)| class.filter(|_| kept.contains(question))).collect()
        };
        if table.decided(&only(because)) != Some(result) {
            return Some(format!("because {} is not enough", self.names(because)));
        }
        for spare in because {
            let rest: Vec<QuestionId> = because.iter().copied().filter(|question| question != spare).collect();
            if table.decided(&only(&rest)).is_some() {
                return Some(format!("because {} does not need {}", self.names(because), self.names(&[*spare])));
            }
        }
        if !table.is_exhaustive() {
            return None;
        }
        let mut kept = partial.to_vec();
        for at in (0..kept.len()).rev() {
            let without = kept[at].take();
            if table.decided(&kept) != Some(result) {
                kept[at] = without;
            }
        }
        let by_order: Vec<QuestionId> = table.reads().iter().zip(&kept).filter(|(_, class)| class.is_some()).map(|(id, _)| *id).collect();
        (by_order != because).then(|| format!("because {}, by content order {}", self.names(because), self.names(&by_order)))
    }

    /// Each change clears; together they name every question of every smallest change.
    fn why_not_clears(&self, partial: &Partial, clears: &[Change]) -> Option<String> {
        let smallest = self.smallest_changes(partial)?;
        let mut told: Vec<Vec<QuestionId>> = Vec::new();
        for change in clears {
            let mut questions: Vec<QuestionId> = change.iter().map(|part| part.question).collect();
            questions.sort_unstable();
            told.push(questions);
            if let Some(wrong) = self.not_clearing(partial, change) {
                return Some(wrong);
            }
        }
        told.sort();
        told.dedup();
        let all = |sets: &[Vec<QuestionId>]| sets.iter().map(|one| self.names(one)).collect::<Vec<_>>().join(" or ");
        (told != smallest).then(|| format!("cleared by {}, should be {}", all(&told), all(&smallest)))
    }

    /// The sets of questions whose change clears, of the smallest size; none where one or two changes are not enough.
    fn smallest_changes(&self, partial: &Partial) -> Option<Vec<Vec<QuestionId>>> {
        let (table, reads) = (self.table, self.table.reads());
        let mut changed = partial.to_vec();
        let one: Vec<Vec<QuestionId>> =
            (0..reads.len()).filter(|at| any_change(table, &mut changed, *at, &mut clears(table))).map(|at| vec![reads[at]]).collect();
        if !one.is_empty() || !table.is_exhaustive() {
            return (!one.is_empty()).then_some(one);
        }
        let mut two = Vec::new();
        for first in 0..reads.len() {
            for second in first + 1..reads.len() {
                let both = &mut |changed: &mut Vec<Option<usize>>| any_change(table, changed, second, &mut clears(table));
                if any_change(table, &mut changed, first, both) {
                    two.push(vec![reads[first], reads[second]]);
                }
            }
        }
        (!two.is_empty()).then_some(two)
    }

    /// Any choice of what the parts name must clear. A word that stands for several classes must clear in one of them.
    fn not_clearing(&self, partial: &Partial, change: &Change) -> Option<String> {
        let mut changed = vec![partial.to_vec()];
        for (last, part) in change.iter().enumerate().map(|(at, part)| (at + 1 == change.len(), part)) {
            let place = self.table.reads().iter().position(|question| *question == part.question)?;
            if part.any_of.is_empty() {
                return Some(format!("a change of {} names no answer", self.names(&[part.question])));
            }
            let mut next = Vec::new();
            for named in &part.any_of {
                let mut meant = self.meant.borrow_mut();
                let classes = meant.entry((part.question, named.clone())).or_insert_with(|| {
                    meant_by(self.content, part, named).iter().filter_map(|answer| self.table.naive.class(part.question, answer)).collect()
                });
                let with = changed.iter().flat_map(|partial| {
                    classes.iter().map(|class| {
                        let mut partial = partial.clone();
                        partial[place] = Some(*class);
                        partial
                    })
                });
                let with: Vec<Vec<Option<usize>>> = with.collect();
                if last && !with.iter().any(|partial| self.table.decided(partial) == Some(0)) {
                    return Some(format!("{} = {named} does not clear", self.names(&[part.question])));
                }
                next.extend(with);
            }
            changed = next;
        }
        None
    }
}

type Changed = Vec<Option<usize>>;

fn clears<'a>(table: &'a Table<'_>) -> impl FnMut(&mut Changed) -> bool + 'a {
    |changed| table.decided(changed) == Some(0)
}

/// Whether another answer to one question does.
fn any_change(table: &Table<'_>, changed: &mut Changed, at: usize, does: &mut dyn FnMut(&mut Changed) -> bool) -> bool {
    let before = changed[at];
    let found = (0..table.sizes()[at]).filter(|class| before != Some(*class)).any(|class| {
        changed[at] = Some(class);
        does(changed)
    });
    changed[at] = before;
    found
}

/// The answers a word of `any_of` stands for.
pub fn meant_by(content: &Content, part: &Part, named: &str) -> Vec<Answer> {
    let question: &Question = &content.questions[part.question.index()];
    let option = || question.option_by_id(named).unwrap_or_else(|| panic!("`{}` has no `{named}`", question.id));
    match &question.kind {
        QuestionKind::Choice { .. } => vec![Answer::Choice(option())],
        QuestionKind::Multi { .. } => vec![Answer::Multi(vec![option()])],
        QuestionKind::Number { .. } => {
            let (from, to) = named.split_once('-').unwrap_or_else(|| panic!("`{named}` is no range"));
            [from, to].into_iter().map(|number| Answer::Number(number.parse().expect("a number"))).collect()
        }
        QuestionKind::Coded => vec![Answer::Coded(Coded { text: "MS".to_owned(), ..Coded::default() })],
        QuestionKind::Area { .. } if named == "unaffected" => vec![Answer::Unaffected],
        QuestionKind::Text { .. } | QuestionKind::Area { .. } => vec![Answer::Text("Gå trapp".to_owned())],
        QuestionKind::Stays if named == "none-listed" => vec![Answer::Stays(Vec::new())],
        QuestionKind::Stays => {
            [Some(true), Some(false)].map(|same_condition| Answer::Stays(vec![Stay { same_condition, ..Stay::default() }])).to_vec()
        }
    }
}

/// Their ids.
pub fn names(content: &Content, questions: &[QuestionId]) -> String {
    let ids: Vec<&str> = questions.iter().map(|question| content.questions[question.index()].id.as_str()).collect();
    format!("[{}]", ids.join(", "))
}

/// The answers in case notation.
pub fn shown(content: &Content, answers: &Answers) -> String {
    let all: Vec<String> = answers
        .iter()
        .map(|(question, answer)| {
            let question = &content.questions[question.index()];
            format!("{} = {}", question.id, hs_core::answers::notation::write_one(question, answer).text())
        })
        .collect();
    all.join(", ")
}
