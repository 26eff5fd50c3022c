// Checks people in at the door, also without a network: what is done is kept in the browser under a number of its own and sent as soon as
// it can be; the server counts each once and keeps the first time. The page works without this script, then with a network.

import { makeList } from './door-list.js';
import { startScanning } from './door-scan.js';
import { clearAll, clearEnded, openStore } from './door-store.js';

/** @typedef {import('./door-store.js').Person} Person */
/** @typedef {import('./door-store.js').Act} Act */
/** @typedef {import('./door-store.js').KeptAct} KeptAct */
/** @typedef {import('./door-store.js').Part} ListPart */

const retry = 5000;
/** So many are sent at a time. */
const most = 500;

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
  const words = JSON.parse(root.dataset.words ?? '{}');
  const base = location.pathname;
  const part = (/** @type {string} */ name) => root.querySelector(`[data-door-${name}]`);
  const [list, row] = [part('list'), part('row')];
  const input = root.querySelector('#q');
  if (!list || !(row instanceof HTMLTemplateElement) || !(input instanceof HTMLInputElement)) return;
  const field = input;

  await clearEnded();
  const store = await openStore(root.dataset.door ?? '', root.dataset.ends ?? '');
  void navigator.storage?.persist?.();
  const collator = new Intl.Collator(document.documentElement.lang);
  const inOrder = (/** @type {ListPart[]} */ all) =>
    all.flatMap((one) => one.people).sort((a, b) => collator.compare(a.name, b.name));
  /** @type {ListPart[]} */
  let parts = (await store.read('parts')) ?? [];
  let people = inOrder(parts);
  let walkIns = Number((await store.read('walk-ins')) ?? part('walk-ins')?.textContent ?? 0);
  let isListed = parts.length > 0;
  let acts = await store.acts();
  let isOffline = false;
  let isSignedOut = false;
  const device = (await store.read('device')) ?? crypto.randomUUID();
  await store.keep('device', device);
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  const drawList = makeList(list, row, (kind, person) => void act({ kind, registration: person.id }, person));

  /** What was done last about somebody and is not sent yet. @param {Person} person */
  const lastAct = (person) => acts.findLast(({ act }) => act.registration === person.id)?.act;

  /** When somebody arrived, with what is not sent yet. @param {Person} person */
  function arrivalOf(person) {
    const last = lastAct(person);
    if (!last) return person.arrivedAt;
    return last.kind === 'in' ? (person.arrivedAt ?? last.at) : null;
  }

  const isThere = (/** @type {Person} */ person) => arrivalOf(person) !== null;

  /** @param {string} name @param {string} text */
  function write(name, text) {
    const place = part(name);
    if (place && place.textContent !== text) place.textContent = text;
  }

  /** What came of a code or a press, for eyes and ears; a telephone also says it to the hand. @param {string} kind @param {string | undefined} text */
  function tell(kind, text = '') {
    const place = part('told');
    if (!(place instanceof HTMLElement)) return;
    place.dataset.told = kind;
    place.textContent = text;
    navigator.vibrate?.(kind === 'in' ? 80 : [80, 80, 80]);
  }

  /** @param {string} text @param {Person | undefined} person @param {string | null} [at] */
  function about(text, person, at = null) {
    return text.replace('#', person?.name ?? '').replace('%', at === null ? '' : clock.format(new Date(at)));
  }

  /** Until there is a list, the page stands as it came. */
  function drawPeople() {
    if (!isListed) return;
    const more = drawList(people, { search: field.value, isThere });
    write('more', more > 0 ? words.more.replace('#', String(more)) : '');
    write('there', String(people.filter(isThere).length));
    write('expected', String(people.filter(({ state }) => state !== 'waiting').length));
  }

  function draw() {
    drawPeople();
    const waitingWalkIns = acts.reduce(
      (sum, { act }) => sum + (act.kind === 'walk-in' ? 1 : act.walkIn ? -1 : 0),
      0,
    );
    write('walk-ins', String(walkIns + waitingWalkIns));
    const waits = acts.length === 0 ? words.sent : words.waiting.replace('#', String(acts.length));
    const why = isSignedOut ? words.signedOut : isOffline ? words.offline : '';
    write('state', [waits, why].filter(Boolean).join(' '));
  }

  /** @param {{ kind: Act['kind'], registration?: string, walkIn?: string }} what @param {Person} [person] */
  async function act(what, person) {
    const made = { ...what, id: crypto.randomUUID(), at: new Date().toISOString() };
    // Said to be done once it is written down.
    acts = [...acts, await store.add(made)];
    if (person && what.kind === 'in') tell('in', about(words.in, person));
    if (person && what.kind === 'undo') tell('undo', about(words.undone, person));
    draw();
    void send();
    return made.id;
  }

  /** @param {Act[]} sent */
  function post(sent) {
    const marks = Object.fromEntries(parts.map((one) => [one.letter, one.mark]));
    return fetch(`${base}/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ device, marks, now: new Date().toISOString(), acts: sent }),
      redirect: 'manual',
    });
  }

  let isSending = false;
  async function send() {
    if (isSending) return;
    isSending = true;
    let isTaken = false;
    try {
      const sent = acts.slice(0, most);
      const answer = await post(sent.map(({ act }) => act));
      isOffline = answer.status >= 500;
      const isRefused = answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status);
      if (isRefused) await forgetPeople();
      isSignedOut = isRefused;
      if (!answer.ok) return;
      const told = await answer.json();
      await takeList(told);
      await store.drop(sent);
      const orders = new Set(sent.map(({ order }) => order));
      acts = acts.filter(({ order }) => !orders.has(order));
      tellResults(sent, told.results);
      isTaken = true;
    } catch {
      isOffline = true;
    } finally {
      isSending = false;
      draw();
      // What was refused waits for the next round: asked again at once, it would be refused again.
      if (isTaken && acts.length > 0) void send();
    }
  }

  /** @param {{ parts: ListPart[], walkIns: number }} told the parts that changed */
  async function takeList(told) {
    if (told.walkIns !== walkIns) await store.keep('walk-ins', told.walkIns);
    walkIns = told.walkIns;
    isListed = true;
    if (told.parts.length === 0) return;
    const changed = new Set(told.parts.map((one) => one.letter));
    parts = [...parts.filter((one) => !changed.has(one.letter)), ...told.parts];
    people = inOrder(parts);
    await store.keep('parts', parts);
  }

  /** Whoever is signed out, perhaps because the telephone is lost, has no list any more; what was done stays to be sent. */
  async function forgetPeople() {
    [parts, people] = [[], []];
    await store.forget('parts');
  }

  /** @param {KeptAct[]} sent @param {{ id: string, outcome: string, arrivedAt: string | null }[]} results */
  function tellResults(sent, results) {
    for (const { id, outcome, arrivedAt } of results) {
      const registration = sent.find(({ act }) => act.id === id)?.act.registration;
      const person = people.find((one) => one.id === registration);
      if (outcome === 'already') tell('alert', about(words.already, person, arrivedAt));
      if (outcome === 'unknown') tell('alert', words.unknown);
    }
  }

  /** A code, from the camera or from a reader that types. @param {string} text */
  async function take(text) {
    const hash = await hashOf(text.trim());
    const person = people.find(({ code }) => code === hash);
    if (!person) return tell('alert', words.unknown);
    const arrival = arrivalOf(person);
    if (arrival !== null) return tell('alert', about(words.already, person, arrival));
    if (person.state !== 'waiting') return void (await act({ kind: 'in', registration: person.id }, person));
    // Whether there is room for them, people decide.
    field.value = person.name;
    draw();
    return tell('alert', about(words.waits, person));
  }

  field.addEventListener('input', draw);
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!field.value.startsWith('POP-')) return draw();
    void take(field.value);
    field.value = '';
    draw();
  });
  const takenBack = new Set(acts.map(({ act }) => act.walkIn));
  const walked = acts.flatMap(({ act }) =>
    act.kind === 'walk-in' && !takenBack.has(act.id) ? [act.id] : [],
  );
  part('walk-in')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    walked.push(await act({ kind: 'walk-in' }));
  });
  part('walk-out')?.addEventListener('submit', async (event) => {
    const walkIn = walked.pop();
    // One that another device counted is taken back by the server, which knows it.
    if (walkIn === undefined && !isOffline) return;
    event.preventDefault();
    if (walkIn === undefined) tell('alert', words.offline);
    else await act({ kind: 'undo', walkIn });
  });

  startScanning(part, { words, input: field, take: (text) => void take(text), tell });
  guardLeaving(part('end'), () => acts.length, words);
  addEventListener('online', () => void send());
  setInterval(() => void send(), retry);
  draw();
  await send();
  if ('serviceWorker' in navigator)
    await navigator.serviceWorker.register('/door-worker.js', { scope: base });
}

/**
 * Signing out, or ending the door on this device, clears what is kept here; what is not sent yet would be lost.
 * @param {Element | null} end @param {() => number} waiting @param {Record<string, string>} words
 */
function guardLeaving(end, waiting, words) {
  // oxlint-disable-next-line no-alert -- the one question that must be answered before anything is lost
  const isSure = () => waiting() === 0 || confirm(words.leave);
  for (const form of document.querySelectorAll('form[action$="/sign-out"]')) {
    if (!(form instanceof HTMLFormElement)) continue;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (isSure()) void clearAll().finally(() => form.submit());
    });
  }
  if (!(end instanceof HTMLElement)) return;
  end.hidden = false;
  end.querySelector('button')?.addEventListener('click', () => {
    if (isSure()) void clearAll().finally(() => location.assign(location.pathname.replace(/\/door$/, '')));
  });
}

// Without https a browser has no key to keep names under: the page then works as it came.
if (isSecureContext && 'indexedDB' in globalThis)
  for (const root of document.querySelectorAll('[data-door]')) {
    if (root instanceof HTMLElement) void start(root);
  }
