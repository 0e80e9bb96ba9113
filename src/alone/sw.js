// The worker of the stand-alone page: keeps the page's own files, and gives them back without asking the network.
//
// It knows the files by an exact list and answers for nothing else. What a doctor types never comes here: the page sends nothing.
// The next two lines are written by the build (xtask/src/build/offline.rs). Whoever edits index.html by hand changes VERSION too;
// until then browsers go on with the page they have.
const VERSION = '';
const FILES = [];

// Several copies of the page may lie on one origin, each in a folder of its own.
const OURS = `henvisningsstotte ${registration.scope} `;
const NAME = OURS + VERSION;
const own = new Set(FILES.map(([file]) => new URL(file, registration.scope).href));

// All or nothing: a file that is not the one this list was made with would be of another version.
addEventListener('install', (event) => {
  const wanted = ([file, integrity]) => new Request(new URL(file, registration.scope), { cache: 'no-cache', integrity });
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES.map(wanted))));
});

// A new version waits until no page of the old one is open, so the old files are nobody's now.
addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  // Elements ask for their engine under a query of their own, and a page may be named with one.
  const address = new URL(request.url);
  address.search = '';
  address.hash = '';
  address.pathname = address.pathname.replace(/\/index\.html$/, '/');
  if (request.method !== 'GET' || !own.has(address.href)) return;
  event.respondWith((async () => {
    const cache = await caches.open(NAME);
    // What the browser may have thrown away is asked for as if there were no worker.
    const found = await cache.match(address.href, { ignoreVary: true });
    // An answer that came by way of another address may not open a page: what is in it may.
    if (found?.redirected) return new Response(found.body, { status: found.status, headers: found.headers });
    return found ?? fetch(request);
  })());
});
