// What the page of the door keeps in the browser: who is expected, as names and hashes of codes, and what was done and not sent yet. All of
// it is encrypted with a key that no script can read out. The key goes with what it opens: what a browser leaves behind on its disk of
// deleted databases is no list of names. Who holds the unlocked telephone while the door is open reads what the page shows them.

/** @typedef {{ id: string, name: string, mode: string, state: string, code: string, arrivedAt: string | null }} Person */
/** @typedef {{ id: string, kind: 'in' | 'undo' | 'walk-in', registration?: string, walkIn?: string, at: string }} Act */
/** Some of those who are expected, under the mark by which the server knows whether that is still how they stand. */
/** @typedef {{ letter: string, mark: string, people: Person[] }} Part */
/** @typedef {{ order: number, act: Act }} KeptAct */

const prefix = 'pop-door-';
/** Days after an event for which what could not be sent is kept. */
const patience = 7;

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

/**
 * Until it is on the disk, not only asked for: what was told to be done is still there when the tab is killed a moment later.
 * @param {IDBTransaction} transaction
 */
function written(transaction) {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(undefined));
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('the database refused')),
    );
  });
}

/** @param {string} name */
async function openDatabase(name) {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('open');
    request.result.createObjectStore('kept');
    request.result.createObjectStore('acts', { autoIncrement: true });
  });
  const db = await done(request);
  db.addEventListener('versionchange', () => db.close());
  return db;
}

/** The key of a database, the same in each tab. @param {IDBDatabase} db @returns {Promise<CryptoKey>} */
async function keyOf(db) {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const transaction = db.transaction('open', 'readwrite');
  const store = transaction.objectStore('open');
  const known = await done(store.get('key'));
  if (known === undefined) store.put(made, 'key');
  await written(transaction);
  return known ?? made;
}

/** @param {CryptoKey} key */
function sealsWith(key) {
  return {
    /** @param {unknown} value */
    async seal(value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) };
    },
    /** @param {{ iv: BufferSource, data: BufferSource }} sealed */
    async unseal({ iv, data }) {
      return JSON.parse(
        new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data)),
      );
    },
  };
}

/**
 * @param {string} event its key
 * @param {string} ends the event's last day
 */
export async function openStore(event, ends) {
  const db = await openDatabase(prefix + event);
  const seals = sealsWith(await keyOf(db));

  /** @param {'open' | 'kept' | 'acts'} name @param {(store: IDBObjectStore) => void} change */
  async function change(name, change) {
    const transaction = db.transaction(name, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(name));
    await written(transaction);
  }

  await change('open', (store) => store.put(ends, 'ends'));
  return {
    /** @param {string} name @returns {Promise<any>} */
    async read(name) {
      const sealed = await done(db.transaction('kept').objectStore('kept').get(name));
      return sealed === undefined ? undefined : seals.unseal(sealed);
    },
    /** @param {string} name @param {unknown} value */
    async keep(name, value) {
      const sealed = await seals.seal(value);
      await change('kept', (store) => store.put(sealed, name));
    },
    /** @param {string} name */
    forget: (name) => change('kept', (store) => store.delete(name)),
    /** In the order in which it was done. @returns {Promise<KeptAct[]>} */
    async acts() {
      const store = db.transaction('acts').objectStore('acts');
      const [orders, sealed] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      return Promise.all(
        sealed.map(async (one, index) => ({ order: Number(orders[index]), act: await seals.unseal(one) })),
      );
    },
    /** @param {Act} act @returns {Promise<KeptAct>} */
    async add(act) {
      const sealed = await seals.seal(act);
      const transaction = db.transaction('acts', 'readwrite', { durability: 'strict' });
      const order = done(transaction.objectStore('acts').add(sealed));
      await written(transaction);
      return { order: Number(await order), act };
    },
    /** @param {readonly KeptAct[]} sent */
    drop: (sent) => change('acts', (store) => sent.forEach(({ order }) => store.delete(order))),
  };
}

/** @returns {Promise<string[]>} */
async function namesOfAll() {
  const databases = (await indexedDB.databases?.()) ?? [];
  return databases.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
}

/** Clears all that was kept for any door, with the workers that open its page. */
export async function clearAll() {
  for (const name of await namesOfAll()) indexedDB.deleteDatabase(name);
  for (const name of await caches.keys()) if (name.startsWith('door ')) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations())
    await registration.unregister();
}

/** Clears what was kept for events that are over, as soon as all is sent; after some days also what never was. */
export async function clearEnded() {
  for (const name of await namesOfAll()) {
    const db = await openDatabase(name);
    const ends = await done(db.transaction('open').objectStore('open').get('ends'));
    const waiting = await done(db.transaction('acts').objectStore('acts').count());
    db.close();
    const last = new Date(`${ends ?? '1970-01-01'}T23:59:59Z`).getTime();
    const over = Date.now() - last;
    if (over > (waiting === 0 ? 0 : patience * 24 * 60 * 60 * 1000)) indexedDB.deleteDatabase(name);
  }
}
