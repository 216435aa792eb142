/*
 * Shows a page of our own where the browser would show its error: when a room link is opened and neither
 * network nor server is there. It keeps that page and nothing else, so that nobody is ever served an old
 * version of the app. The build puts the page's fingerprint in for VERSION: a new page is a new worker.
 */
const cacheName = 'earshot-offline-VERSION';
const kept = ['/offline.html', '/offline.css', '/offline.js', '/icon.svg'];

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(
    caches
      .open(cacheName)
      // Past the browser's own cache: what is kept is what the server has now.
      .then((cache) => cache.addAll(kept.map((path) => new Request(path, { cache: 'reload' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      caches
        .keys()
        .then((names) =>
          Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))),
        ),
      // The page's request sets out while this worker is still waking up.
      self.registration.navigationPreload?.enable(),
    ]),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (kept.includes(new URL(request.url).pathname)) event.respondWith(asset(request));
});

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match('/offline.html')) ?? Response.error();
  }
}

async function asset(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? Response.error();
  }
}
