//! The words of the command line. What each command does is in its own file.

use clap::{Args, Parser, Subcommand, ValueEnum};
use hs_core::rulebook::Region;
use hs_core::rulebook::words::Lang;
use jiff::civil::Date;
use std::path::PathBuf;

/// The commands of henvisningsstotte.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Set everything up and serve the page, rebuilt and reloaded on every change.
    Serve {
        /// The port to listen on.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Set everything up and run all tests: formatting, clippy, native, content, release build, browser.
    Test,
    /// Build the release page into dist/ and print its size on the wire; fails over the bar.
    Build,
    /// Build, and make the element's package for npm and static hosts in target/package/.
    Package {
        /// Of the page that lies in dist/ already, without building it again.
        #[arg(long, hide = true)]
        as_built: bool,
    },
    /// Install what is missing, pinned: wasm target, trunk, wasm-bindgen, npm packages, Chromium.
    Setup,
    /// Print the assessment of a case file as JSON.
    Assess(Case),
    /// Print the referral text of a case file.
    Summary(SummaryWish),
    /// Print every problem in content/, or one line when there is none.
    CheckContent {
        /// Print too what comes and what has passed, seen from this day: 2026-11-22.
        #[arg(long, value_parser = day)]
        today: Option<Date>,
    },
    /// Tell in Norwegian what changed in content/ since a git revision, and which outcomes of the cases changed.
    ContentDiff {
        /// The revision: a commit, branch or tag.
        revision: String,
    },
    /// Write the pages for clinical sign-off (docs/rules, docs/coverage) and the schemas for editors (content/schema), from content/.
    Docs,
    /// Keep in content/review.lock what the named clinicians have reviewed; refuses a rule that changed since its review.
    ReviewLock,
    /// Write the words and rulebooks into target/baked, where Trunk takes them from.
    Bake,
    /// Measure: `assess` natively (time and counted instructions), key presses and loading in Chromium.
    Bench(BenchWish),
}

/// A case file, and what may be said over it.
#[derive(Debug, Args)]
pub struct Case {
    /// The case file (TOML): region, today, [answers].
    pub case: PathBuf,
    /// The region, instead of the file's: midt, sor-ost, nord, vest.
    #[arg(long, value_parser = region)]
    pub region: Option<Region>,
    /// The day of assessment, instead of the file's: 2026-11-22.
    #[arg(long, value_parser = day)]
    pub today: Option<Date>,
}

/// How the referral text is wanted.
#[derive(Debug, Args)]
pub struct SummaryWish {
    /// The case.
    #[command(flatten)]
    pub case: Case,
    /// The language: nb, nn, en.
    #[arg(long, default_value = "nb", value_parser = lang)]
    pub lang: Lang,
    /// The form.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The order of the sections: receiver, national, gp-seven, as far as the region has them.
    #[arg(long, default_value = "receiver")]
    pub layout: String,
}

/// A form of the referral text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text, as copied.
    Text,
    /// An HTML fragment.
    Html,
    /// Sections and lines.
    Json,
    /// Comes later.
    Fhir,
}

/// What to measure; everything when nothing is named.
#[derive(Debug, Args)]
pub struct BenchWish {
    /// Only `assess`, natively.
    #[arg(long)]
    pub native: bool,
    /// Only the page, in Chromium.
    #[arg(long, conflicts_with = "native")]
    pub browser: bool,
    /// The measured program itself, started by `bench` with optimisation.
    #[arg(long, hide = true)]
    pub inner: Option<bench::Inner>,
}

/// What the measured program does.
pub mod bench {
    /// Time, or one pass for the instruction counter.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
    pub enum Inner {
        /// Wall time of many runs.
        Time,
        /// A fixed number of runs, to be counted.
        Count,
    }
}

fn region(text: &str) -> Result<Region, String> {
    let known: Vec<&str> = Region::ALL.iter().map(|region| region.id()).collect();
    Region::from_id(text).ok_or_else(|| format!("one of {}", known.join(", ")))
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::ALL.into_iter().find(|lang| lang.id() == text).ok_or_else(|| "one of nb, nn, en".to_owned())
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day such as 2026-11-22".to_owned())
}
