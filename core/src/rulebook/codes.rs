//! Diagnosis codes and what they point to. A code proposes an answer; the doctor gives it. It is never a verdict.

use super::packed::packed;
use super::{OptionId, QuestionId};

/// The codes that point to one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeHint {
    /// The question, a choice.
    pub question: QuestionId,
    /// The answer the codes point to.
    pub option: OptionId,
    /// Codes of ICPC-2, whole.
    pub icpc_2: Vec<String>,
    /// Beginnings of codes of ICD-10, without dot.
    pub icd_10: Vec<String>,
}

packed! { CodeHint { question, option, icpc_2, icd_10 } }

/// What a code points to, in content order. Of ICD-10 the longest beginnings count: S06 is a brain injury before it is an injury.
/// Nothing without a code system, which is never guessed from the code.
#[must_use]
pub fn proposals(hints: &[CodeHint], system: &str, code: &str) -> Vec<(QuestionId, OptionId)> {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect();
    let length = |hint: &CodeHint| match system {
        "icpc-2" if hint.icpc_2.contains(&code) => code.len(),
        "icd-10" => hint.icd_10.iter().filter(|start| code.starts_with(start.as_str())).map(String::len).max().unwrap_or(0),
        _ => 0,
    };
    let longest = hints.iter().map(length).max().unwrap_or(0);
    hints.iter().filter(|hint| longest > 0 && length(hint) == longest).map(|hint| (hint.question, hint.option)).collect()
}

/// The lines of a code list (`K90 Hjerneslag`) that hold every word wanted, code and text. Those that begin with it come first.
#[must_use]
pub fn look_up<'l>(list: &'l str, wanted: &str, most: usize) -> Vec<(&'l str, &'l str)> {
    let wanted = wanted.trim().to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let (mut first, mut later) = (Vec::new(), Vec::new());
    if words.is_empty() {
        return first;
    }
    for line in list.lines() {
        let lower = line.to_lowercase();
        let Some((code, text)) = line.split_once(' ').filter(|_| words.iter().all(|word| lower.contains(word))) else { continue };
        let begins = lower.starts_with(&wanted) || lower.split_once(' ').is_some_and(|(_, text)| text.starts_with(&wanted));
        if begins { &mut first } else { &mut later }.push((code, text));
    }
    first.append(&mut later);
    first.truncate(most);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(option: usize, icpc_2: &[&str], icd_10: &[&str]) -> CodeHint {
        let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        CodeHint { question: QuestionId::at(1), option: OptionId::at(option), icpc_2: owned(icpc_2), icd_10: owned(icd_10) }
    }

    fn options(system: &str, code: &str) -> Vec<usize> {
        let hints = [hint(0, &["N80", "N81"], &["S06"]), hint(1, &["N81"], &["T913"]), hint(2, &["L72"], &["S"])];
        proposals(&hints, system, code).iter().map(|(_, option)| option.index()).collect()
    }

    #[test]
    fn codes_are_found_as_doctors_write_them() {
        assert_eq!(options("icpc-2", "n80"), [0]);
        assert_eq!(options("icd-10", "S06.0"), [0]);
        assert_eq!(options("icd-10", " s72.0 "), [2]);
        assert_eq!(options("icd-10", "T91.3"), [1]);
    }

    const LIST: &str = "K89 TIA\nK90 Hjerneslag\nK91 Cerebrovaskulær sykdom\nN80 Hodeskade annen\nP01 Slag mot hodet\n";

    #[test]
    fn codes_are_looked_up_by_code_and_by_words() {
        assert_eq!(look_up(LIST, "k9", 9), [("K90", "Hjerneslag"), ("K91", "Cerebrovaskulær sykdom")]);
        assert_eq!(look_up(LIST, "SLAG", 9), [("P01", "Slag mot hodet"), ("K90", "Hjerneslag")]);
        assert_eq!(look_up(LIST, "annen hode", 9), [("N80", "Hodeskade annen")]);
        assert_eq!(look_up(LIST, "s", 2).len(), 2);
        assert!(look_up(LIST, " ", 9).is_empty());
        assert!(look_up("", "slag", 9).is_empty());
    }

    #[test]
    fn a_code_that_points_two_ways_proposes_both() {
        assert_eq!(options("icpc-2", "N81"), [0, 1]);
    }

    #[test]
    fn the_system_is_not_guessed_and_the_other_system_is_not_read() {
        assert!(options("", "N80").is_empty());
        assert!(options("icd-10", "N80").is_empty());
        assert!(options("icpc-2", "").is_empty());
        assert!(options("icd-10", "").is_empty());
    }
}
