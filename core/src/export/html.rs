//! The text as HTML: headings and lists, everything the doctor typed escaped.

use crate::summary::Summary;

/// The document as an HTML fragment.
#[must_use]
pub fn to_html(summary: &Summary) -> String {
    let mut out = format!("<article lang=\"{}\">\n<h1>{}</h1>\n", summary.lang.id(), escape(&summary.title));
    for section in summary.all_sections() {
        out.push_str(&format!("<section>\n<h2>{}</h2>\n<ul>\n", escape(&section.heading)));
        for line in &section.lines {
            let label = line.label.as_ref().map(|label| format!("<strong>{}:</strong> ", escape(label))).unwrap_or_default();
            out.push_str(&format!("<li>{label}{}</li>\n", escape(&line.text).replace('\n', "<br>")));
        }
        out.push_str("</ul>\n</section>\n");
    }
    out.push_str("</article>\n");
    out
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
