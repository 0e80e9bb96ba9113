//! The two commands (`serve`, `test`) and the tools of authors and integrators.
//!
//! Every command either does what its help says, or stops with one sentence on what is wrong and one on the remedy.
//! Exit codes: 0 done, 1 something did not pass, 2 bad input.

mod bake;
mod bench;
mod build;
mod check_content;
mod cli;
mod content_diff;
mod docs;
mod package;
mod paths;
mod patient;
mod review_lock;
mod run;
mod serve;
mod setup;
mod stop;
mod test;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;
use stop::Stop;

fn main() -> ExitCode {
    match carry_out(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("{stop}");
            ExitCode::from(stop.code())
        }
    }
}

fn carry_out(command: Command) -> Result<(), Stop> {
    match command {
        Command::Serve { port } => serve::serve(port),
        Command::Test => test::test(),
        Command::Build => build::build(),
        Command::Package { as_built } => package::package(as_built),
        Command::Setup => setup::everything().map(|_| ()),
        Command::Assess(case) => patient::assess_case(&case),
        Command::Summary(wish) => patient::summarise_case(&wish),
        Command::CheckContent { today } => check_content::check_content(today),
        Command::ContentDiff { revision } => content_diff::content_diff(&revision),
        Command::Docs => docs::docs(),
        Command::ReviewLock => review_lock::review_lock(),
        Command::Bake => bake::bake(),
        Command::Bench(what) => bench::bench(&what),
    }
}
