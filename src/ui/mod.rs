//! The components of the page, one a file. They read the session, and change it only by the doctor's hand.
//!
//! Every `view!` here carries the class `hs`: Leptos then builds by DOM calls and never by `innerHTML`,
//! which pages with Trusted Types forbid. No `style` attribute, nothing outside the own root.

pub mod action_bar;
pub mod announcer;
pub mod balance;
pub mod checklist;
pub mod clipboard;
pub mod delete_all;
pub mod draft_banner;
pub mod findings;
pub mod header;
pub mod icons;
pub mod identifier_warning;
pub mod live;
pub mod notices;
pub mod progress;
pub mod question;
pub mod region_choice;
pub mod route;
pub mod section;
pub mod skip_links;
pub mod sources;
pub mod summary_panel;
pub mod workspace;
