// A static server over dist/ and tests/pages/ with the headers of the strictest portal, and a log of every request.
//
// `node tests/server.mjs` serves by hand; tests start it with `serve()`.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { constants, createBrotliCompress } from "node:zlib";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = { pages: join(PROJECT, "tests", "pages"), dist: join(PROJECT, "dist") };

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

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".webmanifest"]);

/** Starts a server on a free port. `requests` is the log: `{ method, path }` in order of arrival. */
export async function serve({ port = 0 } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push({ method: request.method, path: pathname });
    answer(request, response, pathname).catch((error) => {
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

async function answer(request, response, pathname) {
  const file = await fileOf(pathname);
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain" });
    response.end("not here");
    return;
  }
  const type = extname(file);
  const frames = pathname.startsWith("/pages/framed");
  response.setHeader("content-type", TYPES[type] ?? "application/octet-stream");
  response.setHeader("content-security-policy", (frames ? [...POLICY, FRAMES] : POLICY).join("; "));
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  // A sandboxed frame has no origin; a portal that frames the widget lets it read the widget's own files.
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("cache-control", "no-cache");
  const body = createReadStream(file);
  if (COMPRESSED.has(type) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
    response.setHeader("content-encoding", "br");
    const quality = Number(process.env.HS_BROTLI ?? 5);
    body.pipe(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } })).pipe(response);
  } else {
    body.pipe(response);
  }
}

/** The file of an address; undefined when there is none. */
async function fileOf(pathname) {
  const path = normalize(decodeURIComponent(pathname)).replace(/^\/+/, "");
  const candidate = path.startsWith("pages/") ? join(FOLDERS.pages, path.slice("pages/".length)) : join(FOLDERS.dist, path || "index.html");
  if (!Object.values(FOLDERS).some((folder) => candidate.startsWith(folder))) return undefined;
  const found = await stat(candidate).catch(() => undefined);
  return found?.isFile() ? candidate : undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve({ port: Number(process.argv[2] ?? 8090) });
  console.log(`dist/ under strict headers at ${url}/`);
}
