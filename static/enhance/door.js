// Checks people in at the door, also without a network: what is done is kept in the browser under a number of its own and sent as soon as
// it can be; the server counts each once and keeps the first time. The page works without this script, then with a network.

import { clearAll, openStore } from './door-store.js';

/** @typedef {import('./door-store.js').Person} Person */
/** @typedef {import('./door-store.js').Act} Act */

const retry = 5000;

/** @param {string} text */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** @param {string} text */
async function hashOf(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 24);
}

/** @param {HTMLElement} root */
async function start(root) {
  const key = root.dataset.door ?? '';
  const words = JSON.parse(root.dataset.words ?? '{}');
  const base = location.pathname;
  const part = (/** @type {string} */ name) => root.querySelector(`[data-door-${name}]`);
  const list = part('list');
  const row = part('row');
  const input = root.querySelector('#q');
  if (!list || !(row instanceof HTMLTemplateElement) || !(input instanceof HTMLInputElement)) return;
  const template = row;

  const today = new Date().toISOString().slice(0, 10);
  // The day after the event nothing of it is kept any more.
  if (today > (root.dataset.ends ?? '') && (await (await openStore(key)).acts()).length === 0)
    await clearAll();
  const store = await openStore(key);
  /** @type {Person[]} */
  let people = (await store.read('people')) ?? [];
  let walkIns = Number((await store.read('walk-ins')) ?? part('walk-ins')?.textContent ?? 0);
  /** @type {Act[]} */
  let acts = await store.acts();
  let isOffline = false;
  let isSignedOut = false;
  const device = (await store.read('device')) ?? crypto.randomUUID();
  await store.keep('device', device);
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

  /** How somebody stands, with what is not sent yet. @param {Person} person */
  function isThere(person) {
    const last = acts.findLast(({ registration }) => registration === person.id);
    return last ? last.kind === 'in' : person.arrivedAt !== null;
  }

  /** @param {string} name @param {string} text */
  function tell(name, text) {
    const place = part(name);
    if (place && place.textContent !== text) place.textContent = text;
  }

  function draw() {
    const wanted = fold(input instanceof HTMLInputElement ? input.value : '');
    const shown = people.filter(({ name }) => fold(name).includes(wanted)).slice(0, 200);
    list?.replaceChildren(...shown.map(drawRow));
    const waitingWalkIns =
      acts.filter(({ kind }) => kind === 'walk-in').length - acts.filter(({ walkIn }) => walkIn).length;
    tell('there', String(people.filter(isThere).length));
    tell('expected', String(people.filter(({ state }) => state !== 'waiting').length));
    tell('walk-ins', String(walkIns + waitingWalkIns));
    const waits = acts.length === 0 ? words.sent : words.waiting.replace('#', String(acts.length));
    const why = isSignedOut ? words.signedOut : isOffline ? words.offline : '';
    tell('state', [waits, why].filter(Boolean).join(' '));
  }

  /** @param {Person} person */
  function drawRow(person) {
    const made = document.importNode(template.content, true);
    const name = made.querySelector('.door-name');
    if (name) name.textContent = person.name;
    for (const one of made.querySelectorAll('[data-mode]'))
      if (one instanceof HTMLElement) one.hidden = one.dataset.mode !== person.mode;
    for (const one of made.querySelectorAll('[data-state]'))
      if (one instanceof HTMLElement) one.hidden = one.dataset.state !== person.state;
    const next = isThere(person) ? 'undo' : 'in';
    for (const button of made.querySelectorAll('button')) {
      button.setAttribute('aria-label', (button.dataset.label ?? '').replace('#', person.name));
      button.hidden = button.dataset.act !== next;
      button.addEventListener('click', () => void act({ kind: next, registration: person.id }, person));
    }
    return made;
  }

  /** @param {{ kind: Act['kind'], registration?: string, walkIn?: string }} what @param {Person} [person] */
  async function act(what, person) {
    const made = { ...what, id: crypto.randomUUID(), at: new Date().toISOString() };
    await store.add(made);
    acts = [...acts, made];
    if (person) tell('told', (what.kind === 'in' ? words.in : words.undone).replace('#', person.name));
    draw();
    void send();
    return made.id;
  }

  let isSending = false;
  async function send() {
    if (isSending) return;
    isSending = true;
    try {
      const sent = acts.slice(0, 500);
      const answer = await fetch(`${base}/sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ device, now: new Date().toISOString(), acts: sent }),
        redirect: 'manual',
      });
      isOffline = false;
      isSignedOut = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403;
      if (!answer.ok) return;
      const told = await answer.json();
      await store.drop(sent.map(({ id }) => id));
      await store.keep('people', told.people);
      await store.keep('walk-ins', told.walkIns);
      const ids = new Set(sent.map(({ id }) => id));
      acts = acts.filter(({ id }) => !ids.has(id));
      ({ people, walkIns } = told);
      tellResults(sent, told.results);
    } catch {
      isOffline = true;
    } finally {
      isSending = false;
      draw();
      if (acts.length > 0 && !isOffline && !isSignedOut) void send();
    }
  }

  /** @param {Act[]} sent @param {{ id: string, outcome: string, arrivedAt: string | null }[]} results */
  function tellResults(sent, results) {
    for (const { id, outcome, arrivedAt } of results) {
      const about = sent.find((one) => one.id === id)?.registration;
      const name = people.find((one) => one.id === about)?.name ?? '';
      const time = arrivedAt === null ? '' : clock.format(new Date(arrivedAt));
      if (outcome === 'already') tell('told', words.already.replace('#', name).replace('%', time));
      if (outcome === 'unknown') tell('told', words.unknown);
    }
  }

  /** A code, from the camera or from a reader that types. @param {string} text */
  async function take(text) {
    const hash = await hashOf(text.trim());
    const person = people.find(({ code }) => code === hash);
    if (!person) return tell('told', words.unknown);
    if (!isThere(person)) return void (await act({ kind: 'in', registration: person.id }, person));
    const time = person.arrivedAt === null ? '' : clock.format(new Date(person.arrivedAt));
    tell('told', words.already.replace('#', person.name).replace('%', time));
  }

  input.addEventListener('input', draw);
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!input.value.startsWith('POP-')) return draw();
    void take(input.value);
    input.value = '';
    draw();
  });
  /** @type {string[]} */
  const walked = [];
  part('walk-in')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    walked.push(await act({ kind: 'walk-in' }));
  });
  part('walk-out')?.addEventListener('submit', async (event) => {
    const walkIn = walked.pop();
    // One that another device counted is taken back by the server, which knows it.
    if (walkIn === undefined) return;
    event.preventDefault();
    await act({ kind: 'undo', walkIn });
  });

  startScanning(part, words, take);
  guardSignOut(() => acts.length, words.leave);
  addEventListener('online', () => void send());
  setInterval(() => void send(), retry);
  draw();
  await send();
  if ('serviceWorker' in navigator) {
    await navigator.serviceWorker.register('/door-worker.js', { scope: base });
  }
}

/** @param {(name: string) => Element | null} part @param {Record<string, string>} words @param {(text: string) => void} take */
function startScanning(part, words, take) {
  const [button, box, video, stop] = ['scan', 'camera', 'video', 'stop'].map(part);
  if (!(button instanceof HTMLElement) || !(box instanceof HTMLElement)) return;
  if (!(video instanceof HTMLVideoElement) || !navigator.mediaDevices) return;
  /** @type {(() => void) | undefined} */
  let end;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      const { startCamera } = await import('./door-camera.js');
      box.hidden = false;
      end = await startCamera(video, take);
    } catch {
      box.hidden = true;
      const told = part('told');
      if (told) told.textContent = words.noCamera ?? '';
    }
  });
  stop?.addEventListener('click', () => {
    end?.();
    box.hidden = true;
  });
}

/** Signing out clears what is kept here; what is not sent yet would be lost. @param {() => number} waiting @param {string} warning */
function guardSignOut(waiting, warning) {
  for (const form of document.querySelectorAll('form[action$="/sign-out"]')) {
    if (!(form instanceof HTMLFormElement)) continue;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // oxlint-disable-next-line no-alert -- the one question that must be answered before anything is lost
      if (waiting() > 0 && !confirm(warning)) return;
      void clearAll().finally(() => form.submit());
    });
  }
}

for (const root of document.querySelectorAll('[data-door]')) {
  if (root instanceof HTMLElement) void start(root);
}
