//! What the built page weighs on the wire, part by part, against the bar of design section 8.

use crate::stop::Stop;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

const BAR_REFER: usize = 150_000;
const BAR_LANGUAGE: usize = 25_000;
/// The language a page in one language is weighed with.
const FIRST_LANGUAGE: &str = "nb";

/// When a part is loaded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Before `refer` can be used in one language.
    Refer,
    /// On the first change to this language.
    Language(String),
    /// Only for installing the page, working offline, or standing in a frame.
    Later,
}

/// A file of the page.
#[derive(Debug)]
pub struct Part {
    /// Its name under `dist/`.
    pub name: String,
    /// When it is loaded.
    pub when: When,
    /// What is in it.
    pub bytes: Vec<u8>,
    gzip: usize,
    brotli: usize,
}

/// All parts, those needed first first.
pub fn parts(dist: &Path) -> Result<Vec<Part>, Stop> {
    let mut parts = Vec::new();
    collect(dist, "", &mut parts)
        .map_err(|error| Stop::because(format!("{} cannot be read: {error}", dist.display()), "run `cargo xtask build`"))?;
    parts.sort_by(|a, b| (&a.when, b.brotli).cmp(&(&b.when, a.brotli)));
    if parts.iter().any(|part| part.name.ends_with(".wasm")) {
        Ok(parts)
    } else {
        Err(Stop::because(format!("{} holds no wasm", dist.display()), "run `cargo xtask build` and see what Trunk says"))
    }
}

fn collect(folder: &Path, prefix: &str, parts: &mut Vec<Part>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), parts)?;
            continue;
        }
        let bytes = fs::read(entry.path())?;
        let when = when(&name);
        parts.push(Part { gzip: gzip(&bytes)?, brotli: brotli(&bytes)?, name, when, bytes });
    }
    Ok(())
}

fn when(name: &str) -> When {
    let file = name.rsplit('/').next().unwrap_or(name);
    if let Some(lang) = file.strip_prefix("words").and_then(|rest| rest.trim_start_matches(['.', '-']).split(['.', '-']).next()) {
        return if lang == FIRST_LANGUAGE { When::Refer } else { When::Language(lang.to_owned()) };
    }
    let is_page = [".html", ".js", ".css", ".wasm", ".json", ".txt"].iter().any(|end| file.ends_with(end));
    // The page for frames is one of its own: the others load nothing of it.
    let is_offline = file.starts_with("frame") || file.starts_with("sw") || file.contains("service-worker") || file.contains("manifest");
    if is_page && !is_offline { When::Refer } else { When::Later }
}

fn gzip(bytes: &[u8]) -> std::io::Result<usize> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?.len())
}

fn brotli(bytes: &[u8]) -> std::io::Result<usize> {
    let (quality, window) = (11, 22);
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 64 * 1024, quality, window);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(out.len())
}

/// The table.
pub fn report(parts: &[Part]) -> String {
    let mut out = format!("{:<44} {:>10} {:>10} {:>10}\n", "", "raw", "gzip", "brotli");
    for part in parts {
        let name = match &part.when {
            When::Refer => part.name.clone(),
            When::Language(lang) => format!("{} (only for {lang})", part.name),
            When::Later => format!("{} (later)", part.name),
        };
        out.push_str(&row(&name, [part.bytes.len(), part.gzip, part.brotli]));
    }
    let refer = needed_for_refer(parts);
    let sum = |size: fn(&Part) -> usize| refer.iter().map(|part| size(part)).sum();
    let sums = [sum(|part| part.bytes.len()), sum(|part| part.gzip), sum(|part| part.brotli)];
    out.push_str(&row("refer in one language", sums));
    let _ = write!(out, "bar: refer at most {} brotli, each further language at most {}", kb(BAR_REFER), kb(BAR_LANGUAGE));
    out
}

fn row(name: &str, sizes: [usize; 3]) -> String {
    let [raw, gzip, brotli] = sizes.map(kb);
    format!("{name:<44} {raw:>10} {gzip:>10} {brotli:>10}\n")
}

/// Thousands of bytes, as the bar counts.
fn kb(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

fn needed_for_refer(parts: &[Part]) -> Vec<&Part> {
    parts.iter().filter(|part| part.when == When::Refer).collect()
}

/// Stops when a part is over what it may weigh.
pub fn within_bar(parts: &[Part]) -> Result<(), Stop> {
    let refer: usize = needed_for_refer(parts).iter().map(|part| part.brotli).sum();
    if refer > BAR_REFER {
        let sentence = format!("the page weighs {} for `refer` in one language, over the bar of {}", kb(refer), kb(BAR_REFER));
        return Err(Stop::because(sentence, "see above what takes the space"));
    }
    let heavy = parts.iter().find(|part| matches!(part.when, When::Language(_)) && part.brotli > BAR_LANGUAGE);
    match heavy {
        Some(part) => {
            let sentence = format!("{} weighs {}, over the bar of {} for a further language", part.name, kb(part.brotli), kb(BAR_LANGUAGE));
            Err(Stop::because(sentence, "shorten its texts"))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, brotli: usize) -> Part {
        Part { name: name.to_owned(), when: when(name), bytes: Vec::new(), gzip: 0, brotli }
    }

    #[test]
    fn one_language_counts_for_refer_and_the_others_for_themselves() {
        assert_eq!(when("words.nb.txt"), When::Refer);
        assert_eq!(when("words.nn-3f2a.txt"), When::Language("nn".to_owned()));
        assert_eq!(when("hs_engine-77aa_bg.wasm"), When::Refer);
        assert_eq!(when("icons/192.png"), When::Later);
        assert_eq!(when("manifest.json"), When::Later);
    }

    #[test]
    fn over_the_bar_stops_and_names_what_is_heavy() {
        assert!(within_bar(&[part("a.wasm", 149_000), part("words.nn.txt", 25_000)]).is_ok());
        assert!(within_bar(&[part("a.wasm", BAR_REFER), part("words.nb.txt", 1)]).is_err());
        let heavy = within_bar(&[part("a.wasm", 1), part("words.en.txt", 25_001)]).unwrap_err().to_string();
        assert!(heavy.contains("words.en.txt weighs 25.0 kB"), "{heavy}");
    }

    #[test]
    fn brotli_is_counted_to_the_last_byte() {
        assert!(brotli(&[b'a'; 10_000]).unwrap() < 30);
        assert!(brotli(b"").unwrap() > 0);
    }
}
