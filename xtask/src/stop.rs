//! Why a command stopped: what is wrong, and what to do about it.

use std::fmt;

/// The reason a command could not finish.
#[derive(Debug)]
pub enum Stop {
    /// One sentence on what is wrong, one on the remedy.
    Because {
        /// What is wrong.
        sentence: String,
        /// What to do.
        remedy: String,
    },
    /// Problems in what was given, each already with place and help.
    BadInput(Vec<String>),
}

impl Stop {
    /// A stop with its remedy.
    pub fn because(sentence: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Because { sentence: sentence.into(), remedy: remedy.into() }
    }

    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Because { .. } => 1,
            Self::BadInput(_) => 2,
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Because { sentence, remedy } => write!(out, "\nstopped: {sentence}\n  help: {remedy}"),
            Self::BadInput(problems) => {
                for problem in problems {
                    writeln!(out, "{problem}")?;
                }
                match problems.len() {
                    1 => write!(out, "1 problem"),
                    several => write!(out, "{several} problems"),
                }
            }
        }
    }
}
