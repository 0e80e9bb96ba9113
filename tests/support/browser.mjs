// The system's own Chromium, as quiet as it can be: nothing of the browser's own goes over the wire.

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser that `cargo xtask` found; without it, `CHROMIUM` must say where it is. */
export function launch(chromium) {
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
