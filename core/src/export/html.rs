//! The text as HTML: headings and lists, everything the doctor typed escaped.

use crate::summary::Summary;

/// The document as an HTML fragment.
#[must_use]
pub fn to_html(summary: &Summary) -> String {
    let mut out = String::new();
    add(&mut out, &["<article lang=\"", summary.lang.id(), "\">\n<h1>", &escape(&summary.title), "</h1>\n"]);
    for section in summary.all_sections() {
        add(&mut out, &["<section>\n<h2>", &escape(&section.heading), "</h2>\n<ul>\n"]);
        for line in &section.lines {
            out.push_str("<li>");
            if let Some(label) = &line.label {
                add(&mut out, &["<strong>", &escape(label), ":</strong> "]);
            }
            add(&mut out, &[&escape(&line.text).replace('\n', "<br>"), "</li>\n"]);
        }
        out.push_str("</ul>\n</section>\n");
    }
    out.push_str("</article>\n");
    out
}

fn add(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => {}
            other => out.push(other),
        }
    }
    out
}
