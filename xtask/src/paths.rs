//! Where things are. The project's folder is known from the build, so commands work from any folder inside it.

use crate::stop::Stop;
use std::env;
use std::path::{Path, PathBuf};

/// The project's folder.
pub fn project() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// `content/`.
pub fn content() -> PathBuf {
    project().join("content")
}

/// The built page.
pub fn dist() -> PathBuf {
    project().join("dist")
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), |folder| project().join(folder))
}

/// What Trunk takes from us: fixed, whatever `CARGO_TARGET_DIR` says, because `index.html` names it.
pub fn baked() -> PathBuf {
    project().join("target").join("baked")
}

/// Where tools are installed once for all clones.
pub fn cache() -> Result<PathBuf, Stop> {
    let own = env::var_os("HENVISNINGSSTOTTE_CACHE").map(PathBuf::from);
    let xdg = || env::var_os("XDG_CACHE_HOME").map(|cache| PathBuf::from(cache).join("henvisningsstotte"));
    let home = || env::home_dir().map(|home| home.join(".cache").join("henvisningsstotte"));
    own.or_else(xdg).or_else(home).ok_or_else(|| {
        Stop::because("there is no home folder to keep tools in", "set HENVISNINGSSTOTTE_CACHE to a folder that can be written")
    })
}

/// The program of this name on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let named = |folder: PathBuf| folder.join(name);
    env::split_paths(&path).map(named).find(|program| program.is_file())
}
