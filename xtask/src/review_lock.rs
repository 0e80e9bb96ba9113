//! `cargo xtask review-lock`: keeps what was reviewed. Run once by whoever commits a review.

use crate::stop::Stop;
use crate::{check_content, paths};
use hs_core::content;
use std::fs;

/// Writes `content/review.lock`.
pub fn review_lock() -> Result<(), Stop> {
    let text = content::review_lock(&paths::content()).map_err(|problems| check_content::stop(&problems))?;
    let path = paths::content().join("review.lock");
    fs::write(&path, &text).map_err(|error| {
        Stop::because(format!("{} cannot be written: {error}", path.display()), "see who owns it and that the disk is not full")
    })?;
    println!("content/review.lock holds {} reviewed rules", text.matches("[[reviewed]]").count());
    Ok(())
}
