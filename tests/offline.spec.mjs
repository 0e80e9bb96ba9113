// The stand-alone page without a network, and what its worker does when there is a new version. What it fetches is in traces.spec.mjs.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { answer, copied, open, ready, speak, summary } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";
import { DIST, cachesOf, kept } from "./support/worker.mjs";
import { serve } from "./server.mjs";

const here = house();

test("after the first load the page opens without a network, in every language, and can be written in", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    await kept(page);
    await page.context().setOffline(true);
    const asked = here.requests.length;
    await page.addInitScript(() => document.addEventListener("hs-ready", ({ detail }) => { window.isReady = detail.rulebook; }));
    await page.reload();
    await page.waitForFunction(() => window.isReady);
    await open(page, { region: "sor-ost" });
    await answer(page, "goal", "Gå til butikken.");
    for (const lang of ["nn", "en", "nb"]) await speak(page, lang);
    assert.match(await summary(page), /Gå til butikken/);
    assert.match(await copied(page), /Gå til butikken/);
    // Named with its file too, and with a query.
    await page.goto("/index.html?from=menu");
    await ready(page);
    assert.equal(here.requests.length, asked);
    assert.deepEqual(await complaints(page), []);
  });
});

test("a host page has no worker, and one of the stand-alone page beside it does not answer for it", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: "/pages/host.html?region=midt&storage=none" });
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(await cachesOf(page), {});
    await open(page);
    await kept(page);
    const asked = here.requests.length;
    await open(page, { path: "/pages/host.html?region=midt&storage=none" });
    const told = here.requests.slice(asked).map(({ path }) => path);
    assert.ok(told.includes("/pages/host.html") && told.includes("/pages/host.js"), told.join(" "));
  });
});

test("a host that leads the folder to its page by another address is no hindrance", async () => {
  const server = createServer(async (request, response) => {
    if (request.url === "/") return response.writeHead(302, { location: "/index.html" }).end();
    const got = await fetch(new URL(request.url, here.url));
    const headers = Object.fromEntries(["content-type", "content-security-policy"].map((name) => [name, got.headers.get(name) ?? ""]));
    return response.writeHead(got.status, headers).end(Buffer.from(await got.arrayBuffer()));
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  try {
    await here.visit({ baseURL: `http://127.0.0.1:${server.address().port}` }, async (page) => {
      await open(page);
      await kept(page);
      await page.context().setOffline(true);
      for (const path of ["/", "/index.html"]) await open(page, { path });
      assert.deepEqual(await complaints(page), []);
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("a new version is taken into use whole when the old one is closed, and the old one is deleted", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hs-offline-"));
  await cp(DIST, folder, { recursive: true });
  const server = await serve({ folders: [["", [folder]]] });
  try {
    await here.visit({ baseURL: server.url }, async (page) => {
      await open(page);
      await kept(page);
      const [before] = Object.keys(await cachesOf(page));
      const index = join(folder, "index.html");
      await writeFile(index, (await readFile(index, "utf8")).replace("<henvisnings-stotte ", '<henvisnings-stotte provider="Nytt" '));
      const worker = join(folder, "sw.js");
      await writeFile(worker, (await readFile(worker, "utf8")).replace(/const VERSION = '.*';/, "const VERSION = 'next';"));
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        const coming = registration.installing ?? registration.waiting;
        if (coming.state === "installed") return;
        await new Promise((resolve) => { coming.addEventListener("statechange", resolve, { once: true }); });
      });
      // The page that is open goes on with what it has.
      await page.reload();
      await ready(page);
      assert.equal(await page.locator("henvisnings-stotte").getAttribute("provider"), null);
      assert.equal(Object.keys(await cachesOf(page)).length, 2);
      // Closed, and after a while opened again: the browser takes its time to see that nobody is there.
      let provider = null;
      for (let time = 0; time < 20 && provider === null; time += 1) {
        await page.goto("about:blank");
        await page.waitForTimeout(100);
        await open(page);
        provider = await page.locator("henvisnings-stotte").getAttribute("provider");
      }
      assert.equal(provider, "Nytt");
      const after = Object.keys(await cachesOf(page));
      assert.equal(after.length, 1);
      assert.notEqual(after[0], before);
    });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("a file of another version beside the worker is not kept, and the page goes on from the network", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hs-mixed-"));
  await cp(DIST, folder, { recursive: true });
  await writeFile(join(folder, "words.en.txt"), "another version\n");
  const server = await serve({ folders: [["", [folder]]] });
  try {
    await here.visit({ baseURL: server.url }, async (page) => {
      await open(page, { region: "midt" });
      await page.evaluate(async () => {
        const gone = (registration) => !registration || (!registration.installing && !registration.active);
        while (!gone(await navigator.serviceWorker.getRegistration())) await new Promise((resolve) => { setTimeout(resolve, 20); });
      });
      await page.reload();
      await ready(page);
      assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("the page can be installed: a manifest with an icon, and nothing outside its own folder", async () => {
  await here.visit({}, async (page) => {
    await open(page);
    const protocol = await page.context().newCDPSession(page);
    const { url, errors, data } = await protocol.send("Page.getAppManifest");
    assert.equal(url, `${here.url}/manifest.webmanifest`);
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(data);
    assert.deepEqual([manifest.start_url, manifest.scope, manifest.id], ["./", "./", "./"]);
    const { installabilityErrors } = await protocol.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  });
});
