//! The face of henvisningsstotte: what knows a browser.

pub mod app;
pub mod calls;
pub mod drafts;
pub mod embed;
pub mod reactive;
pub mod rulebooks;
pub mod ui;
pub mod work;
