// The package as an integrator meets it: installed from the tarball, on another origin than the page, by the README's own words.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { answer, click, ready, summary } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";
import { PROJECT, addressed, examplesIn, installed, writeOut } from "./support/installed.mjs";
import { serve } from "./server.mjs";
import { misfits } from "./support/schema.mjs";

const here = house();
const resolve = createRequire(import.meta.url).resolve;
let got;
let examples;
let host;
const servers = [];

before(async () => {
  got = await installed();
  examples = examplesIn(await got.read("README.md"));
  // A static host gives the folder the name of its version. What lies there is what npm brought, nothing else.
  host = await origin([[`${got.name}/`, [got.folder]], ["", [join(got.home, "nowhere")]]], "default-src 'none'");
});

after(async () => {
  for (const server of servers) await server.close();
  await got?.remove();
});

/** A server of its own origin. */
async function origin(folders, policy) {
  const server = await serve({ folders, policy });
  servers.push(server);
  return server;
}

/** An origin for examples of the README, empty yet: they name each other's addresses. */
async function empty(name, policy) {
  const folder = join(got.home, name);
  return { folder, ...(await origin([["", [folder]]], policy)) };
}

/** The README's own policy. */
const strict = () => addressed(examples["content-security-policy"], { "https://static.example.no": host.url }).replace(/\s+/g, " ").trim();

/** Begins a referral and hands it over. */
async function handOver(page) {
  await answer(page, "goal", "Gå til butikken uten rullator.");
  await summary(page);
  await click(page, page.locator('[data-action="use-summary"]'));
}

/** Waits until the portal has the text. */
const hasText = (page) => page.waitForFunction(() => document.querySelector("#referral").value.includes("Gå til butikken uten rullator."));

test("the plain example, from another origin and under the README's policy, comes to hs-ready and hs-summary", async () => {
  const portal = await empty("plain", strict());
  await writeOut(portal.folder, examples, ["page.html", "portal.js"], { "https://static.example.no": host.url });
  await here.visit({ baseURL: portal.url }, async (page) => {
    await page.addInitScript(() => {
      window.told = [];
      for (const type of ["hs-ready", "hs-summary", "hs-error"]) {
        document.addEventListener(type, ({ detail }) => window.told.push([type, detail]));
      }
    });
    await page.goto("/page.html");
    await ready(page);
    assert.equal(await page.locator("henvisnings-stotte").evaluate((one) => one.answers["age-years"]), 54);
    await handOver(page);
    await hasText(page);
    const told = await page.evaluate(() => window.told);
    assert.deepEqual(told.map(([type]) => type), ["hs-ready", "hs-summary"]);
    assert.equal(told[0][1].rulebook, (await got.json("integrity.json")).content);
    assert.deepEqual(await complaints(page), []);
    const asked = host.requests.map(({ path }) => path);
    assert.ok(asked.length > 0 && asked.every((path) => path.startsWith(`/${got.name}/`)), asked.join(" "));
  });
});

test("the iframe example hands the text to the page around it, from one origin to another", async () => {
  const portal = await empty("portal", "default-src 'none'; script-src 'self'; frame-src http://127.0.0.1:*");
  const frames = await origin([[`${got.name}/`, [got.folder]]], `frame-ancestors ${portal.url}`);
  await writeOut(portal.folder, examples, ["framed.html", "framed.js"], { "https://static.example.no": frames.url });
  const origins = examples["frame-origins.json"].replace("https://portal.example.no", portal.url);
  await here.visit({ baseURL: portal.url }, async (page) => {
    // What whoever deploys writes beside the page for frames.
    await page.route("**/frame-origins.json", (route) => route.fulfill({ body: origins, contentType: "application/json" }));
    await page.goto("/framed.html");
    const inside = page.frameLocator("#referral-help");
    await inside.locator('.hs-app [data-question="purpose"]').waitFor();
    await handOver({ locator: (selector) => inside.locator(selector), keyboard: page.keyboard });
    await hasText(page);
    await page.waitForFunction(() => document.querySelector("#referral-help").height !== "900");
    assert.deepEqual(await complaints(page), []);
  });
});

test("the ready script tag is taken by the browser, and refused when the script is another", async () => {
  const tag = (await got.read("script-tag.html")).replace('src="', `src="${host.url}/`);
  const portal = await empty("tagged", strict());
  const html = `<!doctype html><html lang="nb">${tag}<henvisnings-stotte></henvisnings-stotte>`;
  await writeOut(portal.folder, { "page.html": html }, ["page.html"], {});
  await here.visit({ baseURL: portal.url }, async (page) => {
    await page.goto("/page.html");
    await ready(page);
    assert.deepEqual(await complaints(page), []);
  });
  await here.visit({ baseURL: portal.url }, async (page) => {
    await page.route("**/henvisningsstotte.js", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n` });
    });
    await page.goto("/page.html");
    await page.waitForLoadState("load");
    assert.equal(await page.evaluate(() => Boolean(customElements.get("henvisnings-stotte"))), false);
    assert.match((await complaints(page)).join(), /integrity/);
  });
});

test("every file has the hash that is told of it, and is the one the other tests ran on", async () => {
  const { files, version } = await got.json("integrity.json");
  assert.equal(`henvisningsstotte-${version}`, got.name);
  for (const [name, told] of Object.entries(files)) {
    const bytes = await readFile(join(got.folder, name));
    assert.equal(told, `sha384-${createHash("sha384").update(bytes).digest("base64")}`, name);
    assert.ok(bytes.equals(await readFile(join(PROJECT, "dist", name))), `${name} is not the one in dist/: run \`cargo xtask package\``);
  }
  // What the element fetches is what is told of: nothing else in the folder is of the browser's.
  const own = (await readdir(got.folder)).filter((name) => /\.(js|css|wasm|txt)$/.test(name) && !name.startsWith("THIRD-PARTY"));
  assert.deepEqual(Object.keys(files).sort(), own.sort());
});

test("npm brings what package.json names, and it asks for nothing else", async () => {
  const about = await got.json("package.json");
  const there = new Set(await readdir(got.folder));
  const named = [about.types, about.customElements, ...about.files, ...Object.keys(about.exports).slice(1)];
  assert.deepEqual(named.filter((name) => !there.has(name.replace("./", ""))), []);
  assert.deepEqual([about.dependencies, about.peerDependencies, about.scripts], [undefined, undefined, undefined]);
  assert.deepEqual([...there].filter((name) => /^(index\.html|sw\.js|page\.js)/.test(name)), [], "nothing of the stand-alone page");
});

test("the types compile in a host page, and refuse what the element would refuse", async () => {
  await copyFile(join(PROJECT, "tests", "package", "uses.ts"), join(got.home, "uses.ts"));
  const tsc = resolve("typescript/bin/tsc");
  for (const way of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
    const words = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", ...way, "uses.ts"];
    const told = await promisify(execFile)(process.execPath, [tsc, ...words], { cwd: got.home }).catch((error) => error);
    assert.deepEqual([told.code ?? 0, told.stdout], [0, ""], way.join(" "));
  }
});

test("the manifest has the form of custom-elements manifest 2.1, and names what the element has", async () => {
  const manifest = await got.json("custom-elements.json");
  const schema = JSON.parse(await readFile(resolve("custom-elements-manifest/schema.json"), "utf8"));
  assert.deepEqual(misfits(manifest, schema), []);
  assert.equal(manifest.schemaVersion, "2.1.0");
  const [element] = manifest.modules[0].declarations;
  const has = await here.visit({}, async (page) => {
    await page.goto("/pages/host.html?region=midt");
    await ready(page);
    return page.evaluate(() => {
      const { prototype, observedAttributes } = customElements.get("henvisnings-stotte");
      const inherited = /Callback$|^handleEvent$|^constructor$/;
      return { observed: observedAttributes, members: Object.getOwnPropertyNames(prototype).filter((name) => !inherited.test(name)) };
    });
  });
  const names = (list) => list.map(({ name }) => name).sort();
  // `name` is read when the form is sent, and so need not be observed.
  assert.deepEqual(names(element.attributes), [...has.observed, "name"].sort());
  assert.deepEqual(names(element.members), has.members.sort());
  assert.deepEqual(names(element.events), await emitted());
  const described = [element, ...element.attributes, ...element.members, ...element.events];
  assert.deepEqual(described.filter(({ description }) => !description).map(({ name }) => name), []);
});

test("the README and the types name every attribute, property, method, event and error", async () => {
  const [element] = (await got.json("custom-elements.json")).modules[0].declarations;
  const [readme, types] = [await got.read("README.md"), await got.read("index.d.ts")];
  for (const { name } of element.attributes) {
    assert.match(readme, new RegExp(`^\\| \`${name}\` \\|`, "m"), name);
    assert.match(types, new RegExp(`^  "?${name}"?\\?:`, "m"), name);
  }
  for (const { name } of element.members) {
    assert.match(readme, new RegExp(`^\\| \`${name}[\`(]`, "m"), name);
    assert.match(types, new RegExp(`^  (get |readonly )?${name}[(:]`, "m"), name);
  }
  for (const { name } of element.events) {
    assert.match(readme, new RegExp(`^\\| \`${name}\` \\|`, "m"), name);
    assert.ok(types.includes(`"${name}": CustomEvent<`), name);
  }
  for (const code of await codes()) {
    assert.match(readme, new RegExp(`^\\| .*\`${code}\`.* \\|`, "m"), code);
    assert.match(types, new RegExp(`code: .*"${code}"`), code);
  }
});

test("the README speaks of this version", async () => {
  const versions = new Set([...(await got.read("README.md")).matchAll(/henvisningsstotte-\d+\.\d+\.\d+/g)].map(([name]) => name));
  assert.deepEqual([...versions], [got.name]);
  assert.match(await got.read("CHANGELOG.md"), new RegExp(`^## ${got.name.replace("henvisningsstotte-", "")}`, "m"));
  const edition = (await got.json("integrity.json")).content.split("+")[0];
  assert.match(await got.read("CHANGELOG-content.md"), new RegExp(`^## ${edition}`, "m"));
});

/** The source of the element: the class and the Rust behind it. */
async function source() {
  const folder = join(PROJECT, "src", "embed");
  const names = (await readdir(folder)).filter((name) => /^(henvisningsstotte\.js|.*\.rs)$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.join("\n").replace(/^\s*\/\/.*$/gm, "");
}

/** The events that are sent anywhere in the source. */
async function emitted() {
  const found = (await source()).matchAll(/(?:emit|tell)\(["'](hs-[a-z]+)["']/g);
  return [...new Set([...found].map(([, name]) => name))].sort();
}

/** The codes of `hs-error`. Two of them are the names of properties. */
async function codes() {
  const written = [/code: (?:died \? '([a-z-]+)' : )?'([a-z-]+)'/g, /"code", "([a-z-]+)"\.into/g, /read_answers\(.*"([a-z-]+)"/g];
  const text = await source();
  const codes = new Set(written.flatMap((form) => [...text.matchAll(form)].flatMap((one) => one.slice(1).filter(Boolean))));
  assert.ok(codes.size >= 6, [...codes].join(" "));
  return codes;
}
