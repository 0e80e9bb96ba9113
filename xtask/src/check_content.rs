//! `cargo xtask check-content`: every problem in `content/`, or one line when there is none.

use crate::paths;
use crate::stop::Stop;
use hs_core::content::{self, Content, Problem, calendar, patient};
use jiff::civil::Date;

/// Checks and says so; with a day, what comes and what has passed too.
pub fn check_content(today: Option<Date>) -> Result<(), Stop> {
    let content = load()?;
    let patients = patient::load_all(&paths::content(), &content).map_err(|problems| stop(&problems))?;
    let regions: Vec<&str> = content.regions().iter().map(|region| region.id()).collect();
    println!(
        "content {} is in order: {} questions, {} rules, {} sources, {} patients, regions {}",
        content.version,
        content.questions.len(),
        content.rules.len(),
        content.sources.len(),
        patients.len(),
        regions.join(" ")
    );
    if let Some(today) = today {
        print!("{}", calendar::calendar(&content, today));
    }
    Ok(())
}

/// The checked content, or a stop with every problem.
pub fn load() -> Result<Content, Stop> {
    content::load(&paths::content()).map_err(|problems| stop(&problems))
}

/// Prints every problem; the stop counts them.
pub fn stop(problems: &[Problem]) -> Stop {
    for problem in problems {
        eprintln!("{problem}");
    }
    let count = problems.len();
    let s = if count == 1 { "" } else { "s" };
    Stop::because(format!("{count} problem{s} in content/"), "mend them in the files named above; content/README.md tells how")
}
