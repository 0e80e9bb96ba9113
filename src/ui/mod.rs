//! The components of the page, one a file: functions from the page to an element. They read the session, and change it
//! only by the doctor's hand. Elements come from `dom`, lists and changing places from `place`.

pub mod about;
pub mod action_bar;
pub mod announcer;
pub mod balance;
pub mod checklist;
pub mod clipboard;
pub mod delete_all;
pub mod dom;
pub mod draft_banner;
pub mod findings;
pub mod guidance;
pub mod header;
pub mod icons;
pub mod identifier_warning;
pub mod letter_form;
pub mod notices;
pub mod place;
pub mod progress;
pub mod question;
pub mod region_choice;
pub mod route;
mod said;
pub mod section;
pub mod skip_links;
pub mod sources;
pub mod start;
pub mod summary_panel;
pub mod workspace;
