//! `cargo xtask serve`: the page, rebuilt and reloaded on every change.

use crate::stop::Stop;
use crate::{paths, run, setup};
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// Sets up and serves until interrupted.
pub fn serve(port: u16) -> Result<(), Stop> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    // Told before the long set-up, not after it.
    TcpListener::bind(address).map_err(|_| {
        Stop::because(format!("port {port} is taken"), format!("try `cargo xtask serve --port {}`", port.saturating_add(1)))
    })?;
    eprintln!("[1/2] setup");
    let tools = setup::for_build()?;
    make_ignored(&paths::project())?;
    eprintln!("[2/2] first build, then http://{address}/ (the first time takes some minutes)");
    thread::spawn(move || tell_when_up(address));
    let mut trunk = tools.trunk()?;
    trunk.args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port.to_string()]);
    run::run(&mut trunk, "see what stands above; `cargo xtask check-content` tells about content")
}

fn tell_when_up(address: SocketAddr) {
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        thread::sleep(Duration::from_millis(200));
    }
    println!("\n  The page is at  http://{address}/  (Ctrl+C stops)\n");
}

/// Makes the folders that `Trunk.toml` says are not watched. Trunk stops at one that is not there, and `target` is there only
/// where cargo builds into the project: not with a `CARGO_TARGET_DIR` of one's own.
fn make_ignored(project: &Path) -> Result<(), Stop> {
    let file = project.join("Trunk.toml");
    let text = fs::read_to_string(&file)
        .map_err(|error| Stop::because(format!("{} cannot be read: {error}", file.display()), "take it back from git"))?;
    let settings: toml::Table =
        text.parse().map_err(|error| Stop::because(format!("{} is no TOML: {error}", file.display()), "see `git diff -- Trunk.toml`"))?;
    let ignored = settings.get("watch").and_then(|watch| watch.get("ignore")).and_then(toml::Value::as_array);
    for folder in ignored.into_iter().flatten().filter_map(toml::Value::as_str).map(|name| project.join(name)) {
        // What is ignored may be a file.
        if !folder.exists() {
            fs::create_dir_all(&folder).map_err(|error| {
                Stop::because(format!("{} cannot be made: {error}", folder.display()), "see who owns the project's folder")
            })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A project's folder with this `Trunk.toml`, and nothing else.
    fn fresh(name: &str, settings: &str) -> std::path::PathBuf {
        let project = std::env::temp_dir().join(format!("hs-serve-{}-{name}", std::process::id()));
        fs::create_dir_all(&project).unwrap();
        fs::write(project.join("Trunk.toml"), settings).unwrap();
        project
    }

    #[test]
    fn a_fresh_clone_has_every_folder_that_trunk_is_told_not_to_watch() {
        let ours = fs::read_to_string(paths::project().join("Trunk.toml")).unwrap();
        let project = fresh("clone", &ours);
        make_ignored(&project).unwrap();
        for folder in ["dist", "node_modules", "target"] {
            assert!(project.join(folder).is_dir(), "{folder}");
        }
        // Once more, with all of them there.
        make_ignored(&project).unwrap();
        fs::remove_dir_all(&project).unwrap();
    }

    #[test]
    fn what_is_there_stays_as_it_is() {
        let project = fresh("kept", "[watch]\nignore = [\"notes.txt\", \"deep/er\"]\n");
        fs::write(project.join("notes.txt"), "mine").unwrap();
        make_ignored(&project).unwrap();
        assert_eq!(fs::read_to_string(project.join("notes.txt")).unwrap(), "mine");
        assert!(project.join("deep/er").is_dir());
        fs::remove_dir_all(&project).unwrap();
    }

    #[test]
    fn a_trunk_toml_that_is_gone_or_broken_is_told_with_what_to_do() {
        let project = fresh("broken", "[watch\n");
        let told = make_ignored(&project).unwrap_err().to_string();
        assert!(told.contains("Trunk.toml is no TOML") && told.contains("help: "), "{told}");
        fs::remove_dir_all(&project).unwrap();
        let told = make_ignored(&project).unwrap_err().to_string();
        assert!(told.contains("Trunk.toml cannot be read") && told.contains("take it back from git"), "{told}");
    }
}
