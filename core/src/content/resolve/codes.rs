//! Diagnosis codes: what they point to must be an option of a choice, and each code is written as its system writes it.

use super::Resolver;
use crate::content::raw::{self, Name};
use crate::content::read::Record;
use crate::rulebook::{CodeHint, QuestionKind};

impl Resolver<'_> {
    pub(super) fn codes(&mut self) -> Vec<CodeHint> {
        self.raw.codes.iter().filter_map(|record| self.one_code(record)).collect()
    }

    /// Words that find a code. A word that two codes share would be a guess.
    pub(super) fn also_called(&mut self) -> Vec<(String, Vec<String>)> {
        let mut called: Vec<(String, Vec<String>)> = Vec::new();
        for record in &self.raw.also_called {
            let (file, one) = (record.file, &record.value);
            self.well_written(file, std::slice::from_ref(&one.code), "ICPC-2", ICPC_2, is_icpc_2);
            if one.words.is_empty() {
                self.wrong(file, &one.code, format!("no words for `{}`", one.code.get_ref()), Some("words = [\"…\"]".to_owned()));
            }
            let mut words = Vec::new();
            for word in &one.words {
                let text = word.get_ref();
                if text.is_empty() || text.chars().any(|letter| !letter.is_lowercase()) {
                    let help = "one word in small letters, as a doctor would type it".to_owned();
                    self.wrong(file, word, format!("`{text}` is no such word"), Some(help));
                } else if words.contains(text) || called.iter().any(|(_, words)| words.contains(text)) {
                    self.wrong(file, word, format!("`{text}` stands twice"), None);
                }
                words.push(text.clone());
            }
            called.push((one.code.get_ref().clone(), words));
        }
        called
    }

    fn one_code(&mut self, record: &Record<raw::Code>) -> Option<CodeHint> {
        let (file, one) = (record.file, &record.value);
        let id = self.question(file, &one.question)?;
        let question = self.questions.get(id.index())?.clone();
        if !matches!(question.kind, QuestionKind::Choice { .. }) {
            self.wrong(file, &one.question, format!("`{}` is no choice: no code can point to its answers", question.id), None);
        }
        let option = self.option(file, &question, &one.option)?;
        if one.icpc_2.is_empty() && one.icd_10.is_empty() {
            let help = "icpc-2 = [\"…\"] or icd-10 = [\"…\"]".to_owned();
            self.wrong(file, &one.option, format!("no code points to `{}`", one.option.get_ref()), Some(help));
        }
        if self.citations(file, &one.sources).is_empty() {
            self.wrong(file, &one.option, format!("the codes of `{}` have no source", one.option.get_ref()), None);
        }
        self.basis(file, &one.basis);
        let icpc_2 = self.well_written(file, &one.icpc_2, "ICPC-2", ICPC_2, is_icpc_2);
        let icd_10 = self.well_written(file, &one.icd_10, "ICD-10", "a letter and digits, without dot, such as I63 or T913", is_start);
        Some(CodeHint { question: id, option, icpc_2, icd_10 })
    }

    fn well_written(&mut self, file: usize, names: &[Name], system: &str, form: &str, is_code: impl Fn(&str) -> bool) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for name in names {
            let code = name.get_ref();
            if !is_code(code) {
                self.wrong(file, name, format!("`{code}` is no code of {system}"), Some(form.to_owned()));
            } else if codes.contains(code) {
                self.wrong(file, name, format!("`{code}` stands twice"), None);
            }
            codes.push(code.clone());
        }
        codes
    }
}

const ICPC_2: &str = "a letter and two digits, such as K90";

fn is_icpc_2(code: &str) -> bool {
    code.len() == 3 && is_start(code)
}

/// A capital letter, then digits only.
fn is_start(code: &str) -> bool {
    let mut letters = code.chars();
    letters.next().is_some_and(|first| first.is_ascii_uppercase()) && letters.all(|letter| letter.is_ascii_digit())
}
