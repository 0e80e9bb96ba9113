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
/** Scripts of host pages that are made of packages, as their portals would build them. */
const BUNDLED = "/bundled/";
/** Where an address leads. The engine that can be told to panic lies over the page, not in it. */
const FOLDERS = [
  ["bundled/", [join(PROJECT, "tests", "pages", "hosts")]],
  ["pages/", [join(PROJECT, "tests", "pages")]],
  ["panic/", [join(PROJECT, "target", "panic-button"), DIST]],
  ["", [DIST]],
];

/** What a strict portal allows: own scripts, own styles, wasm; no inline anything, no string to a script sink. */
const POLICY = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "connect-src": "'self'",
  "img-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};
/** What a host page allows otherwise, by directive. The longest beginning that fits its address counts. */
const OTHERWISE = {
  // The stand-alone page names a script by itself: its worker, by one policy that knows no other name.
  "/index.html": { "trusted-types": "hs-page" },
  "/pages/framed": { "frame-src": "'self'" },
  "/pages/hosts/strict-csp": { "require-trusted-types-for": undefined, "trusted-types": undefined },
  "/pages/hosts/no-images": { "img-src": "'none'" },
  "/pages/hosts/in-a-form": { "frame-src": "'self'" },
  "/pages/hosts/sandboxed": { "frame-src": "'self'" },
  "/pages/hosts/framing": { "frame-src": "'self' http://localhost:*" },
  "/pages/hosts/base-elsewhere": { "base-uri": "'self'" },
  // The same server by another name is another origin.
  "/pages/hosts/other-origin": { "script-src": "'self' http://localhost:* 'wasm-unsafe-eval'", "connect-src": "http://localhost:*" },
};

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
  response.setHeader("content-security-policy", policy ?? policyOf(pathname === "/" ? "/index.html" : pathname));
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  // A sandboxed frame has no origin; a portal that frames the widget lets it read the widget's own files.
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("cache-control", "no-cache");
  let body = pathname.startsWith(BUNDLED) ? await bundle(file) : await readFile(file);
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

/** The policy of a page, as its header. */
function policyOf(pathname) {
  const fits = Object.keys(OTHERWISE).filter((start) => pathname.startsWith(start));
  const policy = { ...POLICY, ...OTHERWISE[fits.sort((one, other) => other.length - one.length)[0]] };
  return Object.entries(policy).filter(([, value]) => value !== undefined).map((parts) => parts.join(" ")).join("; ");
}

/** A script with the packages it imports in it. What it takes by address, as the element, stays where it is. */
async function bundle(file) {
  const { build } = await import("esbuild");
  const ours = { name: "by-address", setup: (build) => build.onResolve({ filter: /^\// }, byAddress) };
  const byAddress = ({ path, kind }) => (kind === "dynamic-import" ? { path, external: true } : undefined);
  const define = { "process.env.NODE_ENV": '"production"' };
  const wishes = { bundle: true, write: false, minify: true, format: "esm", target: "es2022", define, plugins: [ours] };
  const { outputFiles } = await build({ entryPoints: [file], ...wishes, logLevel: "silent" });
  return Buffer.from(outputFiles[0].contents);
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
