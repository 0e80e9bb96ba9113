//! "Unknown" by trying all completions: the results every partial answer can still lead to, kept in a table.

use super::reference::{Matter, Naive};
use hs_core::rulebook::QuestionId;

/// The class of each question that is read, in order; none while it is open.
pub type Partial = [Option<usize>];

/// As many partial answers are kept in a table, and as many complete ones twice over are evaluated at most.
pub const BUDGET: usize = 2_000_000;

/// What a matter comes to for every complete answer, and, where they fit the budget, for every partial one.
pub struct Table<'a> {
    /// What is decided.
    pub matter: Matter<'a>,
    /// How it is read.
    pub naive: Naive<'a>,
    sizes: Vec<usize>,
    complete: Vec<u8>,
    masks: Vec<u32>,
    varies: Vec<u64>,
}

impl<'a> Table<'a> {
    /// Evaluates every complete answer.
    pub fn of(naive: Naive<'a>, matter: Matter<'a>) -> Self {
        let sizes: Vec<usize> = naive.reads.iter().map(|question| naive.classes[question.index()].len()).collect();
        let complete: usize = sizes.iter().product();
        assert!(complete <= 4 * BUDGET, "{complete} complete answers are too many to try");
        assert!(sizes.len() <= 64, "{} questions are too many", sizes.len());
        let mut table = Self { matter, naive, sizes, complete: Vec::with_capacity(complete), masks: Vec::new(), varies: Vec::new() };
        let mut classes = vec![0; table.naive.classes.len()];
        for index in 0..complete {
            let mut rest = index;
            for (question, size) in table.naive.reads.iter().zip(&table.sizes) {
                classes[question.index()] = rest % size;
                rest /= size;
            }
            let result = table.naive.result(matter, &classes);
            table.complete.push(u8::try_from(result).expect("a small result"));
        }
        if table.is_exhaustive() {
            table.fill();
        }
        table
    }

    /// The questions that are read.
    pub fn reads(&self) -> &[QuestionId] {
        &self.naive.reads
    }

    /// How many classes each has.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// How many complete answers were evaluated.
    pub fn evaluated(&self) -> usize {
        self.complete.len()
    }

    /// How many partial answers there are.
    pub fn partials(&self) -> u128 {
        self.sizes.iter().map(|size| *size as u128 + 1).product()
    }

    /// Whether every partial answer is in the table.
    pub fn is_exhaustive(&self) -> bool {
        self.partials() <= BUDGET as u128
    }

    /// The partial answer with this number.
    pub fn partial(&self, number: usize) -> Vec<Option<usize>> {
        let mut rest = number;
        let digits = self.sizes.iter().map(|size| {
            let digit = rest % (size + 1);
            rest /= size + 1;
            (digit < *size).then_some(digit)
        });
        digits.collect()
    }

    fn number(&self, partial: &Partial) -> usize {
        let digits = partial.iter().zip(&self.sizes).rev();
        digits.fold(0, |number, (class, size)| number * (size + 1) + class.unwrap_or(*size))
    }

    fn complete_number(&self, partial: &Partial) -> usize {
        let digits = partial.iter().zip(&self.sizes).rev();
        digits.fold(0, |number, (class, size)| number * size + class.unwrap_or(0))
    }

    /// Each partial answer from those with one question more answered: they have smaller numbers.
    fn fill(&mut self) {
        let count = usize::try_from(self.partials()).expect("within the budget");
        self.masks = vec![0; count];
        self.varies = vec![0; count];
        let mut steps = vec![1_usize; self.sizes.len()];
        for at in 1..steps.len() {
            steps[at] = steps[at - 1] * (self.sizes[at - 1] + 1);
        }
        for number in 0..count {
            let partial = self.partial(number);
            let mut open = (0..partial.len()).filter(|at| partial[*at].is_none());
            let (first, second) = (open.next(), open.next());
            let Some(first) = first else {
                self.masks[number] = 1 << self.complete[self.complete_number(&partial)];
                continue;
            };
            let answered = |at: usize| (0..self.sizes[at]).map(move |class| (at, class));
            let (mut mask, mut varies) = (0, 0);
            for (at, class) in answered(first) {
                let one = number - (self.sizes[at] - class) * steps[at];
                mask |= self.masks[one];
                varies |= self.varies[one];
            }
            match second {
                // Two completions that differ only in the first open question, with the second answered somehow.
                Some(second) => {
                    for (at, class) in answered(second) {
                        varies |= self.varies[number - (self.sizes[at] - class) * steps[at]] & (1 << first);
                    }
                }
                None if mask.count_ones() > 1 => varies |= 1 << first,
                None => {}
            }
            self.masks[number] = mask;
            self.varies[number] = varies;
        }
    }

    /// The results that completions lead to, as bits.
    pub fn outcomes(&self, partial: &Partial) -> u32 {
        if !self.masks.is_empty() {
            return self.masks[self.number(partial)];
        }
        let mut mask = 0_u32;
        self.completions(partial, &mut |number| {
            mask |= 1 << self.complete[number];
            mask.count_ones() < 2
        });
        mask
    }

    /// The only result, if there is only one.
    pub fn decided(&self, partial: &Partial) -> Option<usize> {
        let mask = self.outcomes(partial);
        (mask.count_ones() == 1).then_some(mask.trailing_zeros() as usize)
    }

    /// The open questions on which two completions can differ, all else equal.
    pub fn needs(&self, partial: &Partial) -> Vec<QuestionId> {
        let bits = if self.varies.is_empty() { self.vary(partial) } else { self.varies[self.number(partial)] };
        let reads = self.reads().iter().enumerate();
        reads.filter(|(at, _)| bits >> at & 1 == 1).map(|(_, question)| *question).collect()
    }

    fn vary(&self, partial: &Partial) -> u64 {
        let mut bits = 0;
        for at in (0..partial.len()).filter(|at| partial[*at].is_none()) {
            let step: usize = self.sizes[..at].iter().product();
            let mut first = partial.to_vec();
            first[at] = Some(0);
            self.completions(&first, &mut |number| {
                let same = (1..self.sizes[at]).all(|class| self.complete[number + class * step] == self.complete[number]);
                if !same {
                    bits |= 1 << at;
                }
                same
            });
        }
        bits
    }

    /// Every completion, until told to stop.
    fn completions(&self, partial: &Partial, each: &mut dyn FnMut(usize) -> bool) {
        let open: Vec<usize> = (0..partial.len()).filter(|at| partial[*at].is_none()).collect();
        let mut classes = vec![0_usize; open.len()];
        let steps: Vec<usize> = open.iter().map(|at| self.sizes[..*at].iter().product()).collect();
        let mut number = self.complete_number(partial);
        while each(number) {
            let Some(place) = (0..open.len()).find(|place| {
                let full = classes[*place] + 1 == self.sizes[open[*place]];
                if full {
                    number -= classes[*place] * steps[*place];
                    classes[*place] = 0;
                }
                !full
            }) else {
                return;
            };
            classes[place] += 1;
            number += steps[place];
        }
    }
}
