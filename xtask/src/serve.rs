//! `cargo xtask serve`: the page, rebuilt and reloaded on every change.

use crate::run;
use crate::setup;
use crate::stop::Stop;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
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
