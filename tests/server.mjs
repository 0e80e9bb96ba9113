// A static server over dist/ and tests/pages/ with the headers of the strictest portal, and a log of every request.
//
// `node tests/server.mjs` serves by hand; tests start it with `serve()`.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const DIST = join(PROJECT, "dist");
/** Where an address leads. The engine that can be told to panic lies over the page, not in it. */
const FOLDERS = [
  ["pages/", [join(PROJECT, "tests", "pages")]],
  ["panic/", [join(PROJECT, "target", "panic-button"), DIST]],
  ["", [DIST]],
];

/** What a strict portal allows: own scripts, own styles, wasm; no inline anything, no string to a script sink. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];
/** Only the host page with a sandboxed frame needs one thing more. */
const FRAMES = "frame-src 'self'";
/** Only the stand-alone page names a script by itself: its worker, by one policy that knows no other name. */
const ALONE = POLICY.map((part) => (part.startsWith("trusted-types ") ? "trusted-types hs-page" : part));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest"]);

/** Starts a server on a free port. `requests` is the log: `{ method, path }` in order of arrival. Another house has folders and a policy
 * of its own: `folders` as above, `policy` the value of its header. */
export async function serve({ port = 0, quality = 5, folders = FOLDERS, policy } = {}) {
  const requests = [];
  const compressed = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push({ method: request.method, path: pathname });
    answer(request, response, { pathname, quality, compressed, folders, policy }).catch((error) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

async function answer(request, response, { pathname, quality, compressed, folders, policy }) {
  const file = await fileOf(pathname, folders);
  if (pathname === "/favicon.ico") {
    // The browser asks by itself; that host pages have none is not what is tested.
    response.writeHead(204);
    response.end();
    return;
  }
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain" });
    response.end("not here");
    return;
  }
  const type = extname(file);
  response.setHeader("content-type", TYPES[type] ?? "application/octet-stream");
  response.setHeader("content-security-policy", policy ?? policyOf(pathname).join("; "));
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  // A sandboxed frame has no origin; a portal that frames the widget lets it read the widget's own files.
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("cache-control", "no-cache");
  let body = await readFile(file);
  if (COMPRESSED.has(type) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
    response.setHeader("content-encoding", "br");
    // A test may put another file in its place.
    if (!compressed.get(file)?.body.equals(body)) {
      const packed = await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
      compressed.set(file, { body, packed });
    }
    body = compressed.get(file).packed;
  }
  response.end(body);
}

/** What a portal allows the page at an address. */
function policyOf(pathname) {
  if (pathname === "/" || pathname === "/index.html") return ALONE;
  return pathname.startsWith("/pages/framed") ? [...POLICY, FRAMES] : POLICY;
}

/** The file of an address; undefined when there is none. */
async function fileOf(pathname, all) {
  const path = normalize(decodeURIComponent(pathname)).replace(/^\/+/, "");
  const [prefix, folders] = all.find(([start]) => path.startsWith(start));
  for (const folder of folders) {
    const file = join(folder, path.slice(prefix.length) || "index.html");
    const found = file.startsWith(folder) && (await stat(file).catch(() => undefined));
    if (found?.isFile?.()) return file;
  }
  return undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve({ port: Number(process.argv[2] ?? 8090) });
  console.log(`dist/ under strict headers at ${url}/`);
}
