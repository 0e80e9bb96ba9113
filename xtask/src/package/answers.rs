//! The answers by question id, as types for an editor: made from `content/`, so that a host page that prefills an option which
//! is not there is told before it runs.

use hs_core::rulebook::{Question, QuestionKind};
use std::fmt::Write as _;

const HEAD: &str = "\
// Made from content/questions.toml by `cargo xtask package`. Ids are for ever; options may be added.

/** A diagnosis: a code of a system, words, or both. */
export interface Diagnosis {
  system?: \"icpc-2\" | \"icd-10\" | \"\";
  code?: string;
  text?: string;
}

/** An earlier stay; `ended` is a month such as `2025-03`. */
export interface Stay {
  ended?: string;
  place?: string;
  line?: string;
  \"same-condition\"?: \"yes\" | \"no\" | \"unknown\";
  \"same-programme\"?: \"yes\" | \"no\" | \"unknown\";
}

/** A typed text. The words `unknown` and `unaffected` alone mean that answer; in a table they are only words. */
export type Typed = string | { text: string };

/** Answers by question id. Every question can be answered `unknown`. */
export interface Answers {
";

/// The types.
pub fn types(questions: &[Question]) -> String {
    let mut out = HEAD.to_owned();
    for question in questions {
        let _ = writeln!(out, "  \"{}\"?: {};", question.id, kind(&question.kind));
    }
    out.push_str("}\n");
    out
}

/// What may be written for a question of this kind. `unknown` is a text already where texts are.
fn kind(kind: &QuestionKind) -> String {
    match kind {
        QuestionKind::Choice { options, .. } => format!("{} | \"unknown\"", one_of(options)),
        QuestionKind::Multi { options, .. } => format!("({})[] | \"unknown\"", one_of(options)),
        QuestionKind::Number { .. } => "number | \"unknown\"".to_owned(),
        QuestionKind::Text { .. } | QuestionKind::Area { .. } => "Typed".to_owned(),
        QuestionKind::Coded => "Diagnosis | string".to_owned(),
        QuestionKind::Stays => "Stay[] | \"unknown\"".to_owned(),
    }
}

fn one_of(options: &[String]) -> String {
    options.iter().map(|option| format!("\"{option}\"")).collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_named_one_by_one() {
        let options = vec!["none".to_owned(), "new-goals".to_owned()];
        assert_eq!(kind(&QuestionKind::Multi { options, exclusive: Vec::new() }), "(\"none\" | \"new-goals\")[] | \"unknown\"");
        let number = QuestionKind::Number { min: 0, max: 100, above: None, unit: None };
        assert_eq!(kind(&number), "number | \"unknown\"");
    }
}
