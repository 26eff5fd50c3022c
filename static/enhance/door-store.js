// What the page of the door keeps in the browser: who is expected, as names and hashes of codes, and what was done and not sent yet.

/** @typedef {{ id: string, name: string, mode: string, state: string, code: string, arrivedAt: string | null }} Person */
/** @typedef {{ id: string, kind: 'in' | 'undo' | 'walk-in', registration?: string, walkIn?: string, at: string }} Act */

const prefix = 'pop-door-';

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the database refused')));
  });
}

/** @param {string} key */
export async function openStore(key) {
  const request = indexedDB.open(prefix + key, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('kept');
    request.result.createObjectStore('acts', { keyPath: 'id' });
  });
  const db = await done(request);
  db.addEventListener('versionchange', () => db.close());

  /** @param {'kept' | 'acts'} name @param {IDBTransactionMode} mode */
  const store = (name, mode) => db.transaction(name, mode).objectStore(name);

  return {
    /** @param {string} name @returns {Promise<any>} */
    read: (name) => done(store('kept', 'readonly').get(name)),
    /** @param {string} name @param {unknown} value */
    keep: (name, value) => done(store('kept', 'readwrite').put(value, name)),
    /** @returns {Promise<Act[]>} */
    acts: () => done(store('acts', 'readonly').getAll()),
    /** @param {Act} act */
    add: (act) => done(store('acts', 'readwrite').put(act)),
    /** @param {string[]} ids */
    async drop(ids) {
      const acts = store('acts', 'readwrite');
      await Promise.all(ids.map((id) => done(acts.delete(id))));
    },
    close: () => db.close(),
  };
}

/** Clears all that was kept for any door, with the worker that opens its page. */
export async function clearAll() {
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of databases) if (name?.startsWith(prefix)) indexedDB.deleteDatabase(name);
  for (const name of await caches.keys()) if (name.startsWith('door ')) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations())
    await registration.unregister();
}
