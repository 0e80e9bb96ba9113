//! How to hand it over: plain text, HTML, JSON. Only forms; what is said is decided in `summary`.

mod html;
mod json;
mod text;

pub use html::to_html;
pub use json::{assessment_to_json, summary_to_json};
pub use text::{LineEnd, section_to_text, to_text};
