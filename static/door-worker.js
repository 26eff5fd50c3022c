// Opens the page of the door without a network. It serves that page and what the page loads, nothing else: its scope is the page's
// own address. What people are called is not in what it keeps: the page reads that from the browser's database (enhance/door-store.js).

// @ts-nocheck: a worker's own words are others than a page's, and the checker knows one kind alone.

const worker = globalThis;
const kept = `door ${worker.registration.scope}`;
const scripts = [
  '/enhance/door.js',
  '/enhance/door-list.js',
  '/enhance/door-scan.js',
  '/enhance/door-store.js',
  '/enhance/door-camera.js',
  '/vendor/qr-decode.js',
];

async function keep() {
  const cache = await caches.open(kept);
  const shell = await fetch(`${worker.registration.scope}?shell`, { credentials: 'same-origin' });
  if (!shell.ok || shell.redirected) throw new Error('the page could not be kept');
  const html = await shell.clone().text();
  const styles = [...html.matchAll(/<link[^>]+href="([^"]+\.css)"/g)].map(([, href = '']) => href);
  await cache.addAll([...scripts, ...styles.map((href) => new URL(href, worker.registration.scope).href)]);
  await cache.put(worker.registration.scope, shell);
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

/** @param {Request} request */
async function answer(request) {
  try {
    const fresh = await fetch(request);
    return fresh;
  } catch (error) {
    const cache = await caches.open(kept);
    const address = request.mode === 'navigate' ? worker.registration.scope : request.url;
    const found = await cache.match(address, { ignoreVary: true });
    if (found) return found;
    throw error;
  }
}

worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});
