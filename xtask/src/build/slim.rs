//! What the release page does without: exports that nobody calls (Leptos brings some of its server's), names and comments
//! in JavaScript and CSS, and the permission for Trunk's reloading script.

use crate::paths;
use crate::run;
use crate::setup::BuildTools;
use crate::stop::Stop;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The features the module is written with; `index.html` names the same to Trunk.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];
/// What wasm-opt does. The lowest addresses are the end of the stack, which nothing of ours reaches: an access there that
/// could wrap around may trap instead.
const SMALLER: [&str; 15] = [
    "--low-memory-unused",
    // What is written out again compresses better than what is kept for later.
    "--skip-pass=local-cse",
    // Functions of a line are written where they are called; long ones that are called once stay on their own.
    "-aimfs",
    "5",
    "-ocimfs",
    "60",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--generate-global-effects",
    "--gufa",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
];
/// What the element takes from the glue. All else in it goes.
const GLUE: &str = "export { default, mount, stuck } from \"./hs_engine.js\";\n";
/// How a line begins that gives a class to `using`.
const DISPOSAL: &str = "if (Symbol.dispose) ";
/// How the registry begins that frees what a class stands for.
const REGISTRY: &str = "new FinalizationRegistry(";
/// What a line holds that gives an object to its registry, or takes it back.
const REGISTERED: [&str; 2] = ["Finalization.register(", "Finalization.unregister("];
/// What else of the glue goes: from here, to there, and what stands instead. The element hands over a compiled module, never an
/// address or an answer; what has no `encodeInto` and no registries has no `light-dark` either.
const DROPPED: [(&str, &str, &str); 2] =
    [("async function __wbg_init(", "\n}\n", LOADING), ("if (!('encodeInto' in cachedTextEncoder)) {", "\n}\n", "")];
const LOADING: &str = "async function __wbg_init({ module_or_path }) {
    return wasm ?? __wbg_finalize_init(await WebAssembly.instantiate(module_or_path, __wbg_get_imports()));
}
";
/// How the choice begins between a registry and none.
const NO_REGISTRY: &str = "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : ";
const NONCE: &str = " 'nonce-trunk-serve'";
const REMEDY: &str = "see what stands above";

/// Makes the built page smaller. What it does stays the same: the browser tests run on the result.
pub fn slim(tools: &BuildTools, dist: &Path) -> Result<(), Stop> {
    let file = |name: &str| dist.join(name);
    glue(tools, &file("hs_engine.js"))?;
    let element = file("henvisningsstotte.js");
    // As a module its own names may be shortened too.
    esbuild(tools, &element, &element, &["--format=esm"])?;
    minify(tools, &file("page.js"))?;
    minify(tools, &file("henvisningsstotte.css"))?;
    minify(tools, &file("page.css"))?;
    let glue = read(&file("hs_engine.js"))?;
    let renamed = engine(tools, &file("hs_engine_bg.wasm"), &glue)?;
    write(&file("hs_engine.js"), with_short_names(&glue, &renamed)?.as_bytes())?;
    let page = read(&file("index.html"))?;
    write(&file("index.html"), page_for_release(&page)?.as_bytes())
}

/// The glue without what the element does not take.
fn glue(tools: &BuildTools, glue: &Path) -> Result<(), Stop> {
    let lean =
        lean_glue(&with_free_classes(&read(glue)?)).ok_or_else(|| Stop::because("wasm-bindgen writes its glue in another form", REMEDY))?;
    write(glue, lean.as_bytes())?;
    let entry = glue.with_file_name("entry.mjs");
    write(&entry, GLUE.as_bytes())?;
    let made = esbuild(tools, &entry, glue, &["--bundle", "--format=esm"]);
    fs::remove_file(&entry).map_err(|error| unusable(&entry, &error))?;
    made
}

/// The glue with classes that may go: what gives them to `using`, which nobody does, and the registry each has would hold on to
/// every class there is, those of Leptos' server among them, and to what they call in the wasm. The element frees what it mounts, so
/// nothing is left to a registry.
fn with_free_classes(glue: &str) -> String {
    let is_free = |line: &&str| !line.starts_with(DISPOSAL) && !REGISTERED.iter().any(|part| line.contains(part));
    let kept: String = glue.lines().filter(is_free).map(|line| format!("{line}\n")).collect();
    kept.replace(NO_REGISTRY, "").replace(REGISTRY, &format!("/* @__PURE__ */ {REGISTRY}"))
}

/// The glue without what the element never comes to; none when it is not written as expected.
fn lean_glue(glue: &str) -> Option<String> {
    let mut glue = glue.to_owned();
    for (from, to, instead) in DROPPED {
        let (before, dropped) = glue.split_once(from)?;
        let (_, after) = dropped.split_once(to)?;
        glue = format!("{before}{instead}{after}");
    }
    Some(glue)
}

fn minify(tools: &BuildTools, file: &Path) -> Result<(), Stop> {
    esbuild(tools, file, file, &[])
}

fn esbuild(tools: &BuildTools, from: &Path, to: &Path, more: &[&str]) -> Result<(), Stop> {
    let mut command = tools.program("esbuild")?;
    command.arg(from).args(["--minify", "--target=es2022", "--log-level=warning", "--allow-overwrite"]).args(more);
    run::run(command.arg(format!("--outfile={}", to.display())), REMEDY)
}

/// What imports and exports are called now.
#[derive(Debug, Default, serde::Deserialize)]
struct Renamed {
    /// Module, old name, new name. All modules are called `a` now.
    imports: Vec<(String, String, String)>,
    /// Old name, new name.
    exports: Vec<(String, String)>,
}

/// The module without the exports that the glue does not name, and without what only they used; its functions in the order that
/// compresses best, with short names between it and the glue.
fn engine(tools: &BuildTools, wasm: &Path, glue: &str) -> Result<Renamed, Stop> {
    let bytes = fs::read(wasm).map_err(|error| unusable(wasm, &error))?;
    let exports = super::inside::exports(&bytes);
    let graph = paths::target().join("exports.json");
    write(&graph, reached(&exports, glue).to_string().as_bytes())?;
    let kept = paths::target().join("kept.wasm");
    let mut dce = tools.program("wasm-metadce")?;
    dce.arg(wasm).args(FEATURES).arg("--graph-file").arg(&graph).arg("-o").arg(&kept).stdout(std::process::Stdio::null());
    run::run(&mut dce, REMEDY)?;
    let mut opt = tools.program("wasm-opt")?;
    run::run(opt.arg(&kept).args(FEATURES).args(SMALLER).arg("-o").arg(wasm), REMEDY)?;
    let smaller = fs::read(wasm).map_err(|error| unusable(wasm, &error))?;
    write(&kept, &super::order::with_names_in_order(&smaller))?;
    let mut names = tools.program("wasm-opt")?;
    names.arg(&kept).args(FEATURES).args(["--reorder-functions-by-name", "--strip-debug", "--strip-target-features"]);
    names.args(["--minify-imports-and-exports-and-modules", "-o"]).arg(wasm);
    let told = run::output(&mut names).ok_or_else(|| Stop::because("wasm-opt could not shorten the names of the module", REMEDY))?;
    serde_json::from_str(&told).map_err(|error| Stop::because(format!("wasm-opt tells its new names in another form: {error}"), REMEDY))
}

/// The glue with the names the module has now.
fn with_short_names(glue: &str, renamed: &Renamed) -> Result<String, Stop> {
    let mut glue = glue.to_owned();
    for (module, old, new) in &renamed.imports {
        let before = glue.clone();
        glue = rename(&glue, "", old, new);
        if glue == before && old != new {
            return Err(Stop::because(format!("the glue does not give the import {old}"), REMEDY));
        }
        glue = glue.replace(&format!("\"{module}\""), "\"a\"");
    }
    for (old, new) in &renamed.exports {
        let before = glue.clone();
        glue = rename(&glue, ".", old, new);
        if glue == before && old != new {
            return Err(Stop::because(format!("the glue does not use the export {old}"), REMEDY));
        }
    }
    Ok(glue)
}

/// A whole name after `mark`, called something else everywhere.
fn rename(script: &str, mark: &str, old: &str, new: &str) -> String {
    let marked = format!("{mark}{old}");
    let mut renamed = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once(&marked) {
        renamed.push_str(before);
        let is_whole = !after.starts_with(is_part) && (!mark.is_empty() || !renamed.ends_with(is_part));
        renamed.push_str(mark);
        renamed.push_str(if is_whole { new } else { old });
        rest = after;
    }
    renamed.push_str(rest);
    renamed
}

/// A letter that names are made of.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// The exports that are used, as the graph `wasm-metadce` reads.
fn reached(exports: &[String], glue: &str) -> Value {
    let used: Vec<&String> = exports.iter().filter(|name| names(glue, name)).collect();
    let reaches: Vec<String> = used.iter().map(|name| format!("export {name}")).collect();
    let mut graph = vec![json!({ "name": "the glue", "root": true, "reaches": reaches })];
    graph.extend(used.iter().map(|name| json!({ "name": format!("export {name}"), "export": name })));
    Value::Array(graph)
}

/// Whether the script names an export: `wasm.name`, whatever `wasm` is called.
fn names(script: &str, export: &str) -> bool {
    let property = format!(".{export}");
    script.match_indices(&property).any(|(at, _)| !script.get(at + property.len()..).is_some_and(|rest| rest.starts_with(is_part)))
}

/// The page without comments, empty lines and the permission for Trunk's script.
fn page_for_release(page: &str) -> Result<String, Stop> {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    if !kept.contains(NONCE) || kept.matches("nonce").count() > 1 {
        return Err(Stop::because(
            format!("the built index.html does not hold {NONCE} exactly once"),
            "see the CSP in index.html and `nonce_placeholder` in Trunk.toml",
        ));
    }
    let kept = kept.replace(NONCE, "");
    Ok(kept.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect())
}

fn read(file: &Path) -> Result<String, Stop> {
    fs::read_to_string(file).map_err(|error| unusable(file, &error))
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), Stop> {
    fs::write(file, bytes).map_err(|error| unusable(file, &error))
}

fn unusable(file: &Path, error: &std::io::Error) -> Stop {
    Stop::because(format!("{} cannot be used: {error}", file.display()), "run `cargo xtask build` again and see what Trunk says")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_is_used_when_the_glue_names_it_whole() {
        assert!(names("r.mount(1)", "mount"));
        assert!(!names("r.mounted(1)", "mount"));
        assert!(names("a.mounted;b.mount", "mount"));
        assert!(!names("mount()", "mount"));
    }

    #[test]
    fn classes_are_not_held_by_what_disposes_of_them() {
        let glue = "class A {}\nAFinalization.register(a);\nif (Symbol.dispose) A.prototype[Symbol.dispose] = A.prototype.free;\nlet a = new FinalizationRegistry(f);\n";
        assert_eq!(with_free_classes(glue), "class A {}\nlet a = /* @__PURE__ */ new FinalizationRegistry(f);\n");
    }

    #[test]
    fn the_glue_only_takes_a_compiled_module() {
        let glue = "a\nif (!('encodeInto' in cachedTextEncoder)) {\n    b\n}\nasync function __wbg_init(c) {\n    d\n}\nexport {};\n";
        assert_eq!(lean_glue(glue).unwrap(), format!("a\n{LOADING}export {{}};\n"));
        assert_eq!(lean_glue("another form"), None);
    }

    #[test]
    fn only_exports_in_use_are_roots() {
        let graph = reached(&["memory".to_owned(), "stream_write".to_owned()], "new Uint8Array(w.memory.buffer)");
        assert_eq!(graph.to_string().matches("memory").count(), 3);
        assert!(!graph.to_string().contains("stream_write"));
    }

    #[test]
    fn names_are_shortened_whole_and_on_both_sides() {
        let glue = r#"let i={"./m.js":{__wbg_a_1:()=>r.memory,"__wbg_a_12"(){}}};r.memory.grow(1);r.memory_size;x.__wbg_a_1"#;
        let import = |old: &str, new: &str| ("./m.js".to_owned(), old.to_owned(), new.to_owned());
        let renamed = Renamed {
            imports: vec![import("__wbg_a_1", "b"), import("__wbg_a_12", "c")],
            exports: vec![("memory".to_owned(), "d".to_owned())],
        };
        assert_eq!(with_short_names(glue, &renamed).unwrap(), r#"let i={"a":{b:()=>r.d,"c"(){}}};r.d.grow(1);r.memory_size;x.b"#);
        assert!(with_short_names("nothing", &renamed).is_err());
    }

    #[test]
    fn the_released_page_allows_no_inline_script() {
        let page = "<head>\n  <!-- why -->\n  <meta content=\"script-src 'self' 'nonce-trunk-serve' 'wasm-unsafe-eval'\">\n\n</head>\n";
        let released = page_for_release(page).unwrap();
        assert_eq!(released, "<head>\n  <meta content=\"script-src 'self' 'wasm-unsafe-eval'\">\n</head>\n");
        assert!(page_for_release("<head></head>").is_err());
    }
}
