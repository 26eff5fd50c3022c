// Sends a chosen file in pieces while the rest of the form is typed, says how far it is, and goes on where it stopped when the
// line was gone; choosing the same file again later goes on too. Without this script the file is sent with the form.
//
// <input id="file" name="file" type="file" data-upload="/en/work/uploads" data-kind="photo" data-most-bytes="…">
// <input type="hidden" name="fileUpload" data-upload-value="file">
// <div data-upload-state="file" hidden><progress max="100"></progress><p role="status" data-sending="…" …></p></div>

const pieceBytes = 256 * 1024;
const longestWait = 15_000;
const patience = 60_000;

/** @typedef {{ received?: number, taken?: string, id?: string, refused?: string }} Answer */

/** @typedef {'line' | 'session' | 'upload'} Gone */

/** The line is gone, or the session, or what had arrived of the file. */
class Interrupted extends Error {
  /** @param {Gone} gone */
  constructor(gone) {
    super(`the ${gone} is gone`);
    this.gone = gone;
  }
}

/**
 * @param {string} address
 * @param {AbortSignal} given
 * @param {RequestInit} [init]
 * @returns {Promise<Answer>}
 */
async function ask(address, given, init) {
  const signal = AbortSignal.any([given, AbortSignal.timeout(patience)]);
  /** @type {Response} */
  let response;
  try {
    response = await fetch(address, { ...init, signal, redirect: 'manual' });
  } catch {
    given.throwIfAborted();
    throw new Interrupted('line');
  }
  if (response.ok || response.status === 422) return response.json();
  if (response.status >= 500 || response.status === 429) throw new Interrupted('line');
  if (response.status === 404) throw new Interrupted('upload');
  // Who is not signed in is led to where one signs in.
  if (response.type === 'opaqueredirect' || response.status === 401) throw new Interrupted('session');
  throw new Error(String(response.status));
}

/** @param {File} file */
async function sha256Of(file) {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 */
function wait(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    // A line that is back is used at once.
    addEventListener('online', resolve, { once: true });
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}

/**
 * @param {{ address: string, kind: string, file: File, signal: AbortSignal, tell: (percent: number) => void, interrupted: (gone: Gone) => void }} sending
 * @returns {Promise<Answer>}
 */
async function send({ address, kind, file, signal, tell, interrupted }) {
  const announcement = JSON.stringify({
    kind,
    name: file.name,
    size: file.size,
    sha256: await sha256Of(file),
  });
  /** @type {Answer} */
  let answer = {};
  let pause = 1000;
  let isKnown = false;
  for (;;) {
    try {
      if (answer.id === undefined) {
        answer = await ask(address, signal, {
          method: 'POST',
          body: announcement,
          headers: { 'content-type': 'application/json' },
        });
      } else if (!isKnown || answer.received === file.size) {
        answer = await ask(`${address}/${answer.id}`, signal);
      } else {
        const at = answer.received ?? 0;
        answer = await ask(`${address}/${answer.id}?at=${at}`, signal, {
          method: 'POST',
          body: file.slice(at, at + pieceBytes),
          headers: { 'content-type': 'application/octet-stream' },
        });
      }
      if (answer.taken !== undefined || answer.refused !== undefined) return answer;
      isKnown = true;
      pause = 1000;
      tell(Math.floor(((answer.received ?? 0) / file.size) * 100));
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      interrupted(error.gone);
      isKnown = false;
      if (error.gone === 'upload') answer = {};
      await wait(pause, signal);
      signal.throwIfAborted();
      pause = Math.min(longestWait, pause * 2);
    }
  }
}

/** @param {HTMLInputElement} input */
function start(input) {
  const { form } = input;
  const value = document.querySelector(`[data-upload-value="${CSS.escape(input.id)}"]`);
  const state = document.querySelector(`[data-upload-state="${CSS.escape(input.id)}"]`);
  const bar = state?.querySelector('progress');
  const status = state?.querySelector('[role=status]');
  if (!form || !bar || !(value instanceof HTMLInputElement)) return;
  if (!(state instanceof HTMLElement) || !(status instanceof HTMLElement)) return;
  watch({ form, input, value, state, bar, status });
}

/**
 * @param {{ form: HTMLFormElement, input: HTMLInputElement, value: HTMLInputElement, state: HTMLElement, bar: HTMLProgressElement, status: HTMLElement }} field
 */
function watch({ form, input, value, state, bar, status }) {
  const { name } = input;
  const words = status.dataset;
  const before = value.value;
  let running = new AbortController();
  let isRunning = false;
  /** @type {HTMLElement | null | undefined} */
  let waiting;

  /** @param {string | undefined} text */
  const say = (text = '') => {
    if (status.textContent !== text) status.textContent = text;
  };

  /** @param {File} file */
  async function begin(file) {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    isRunning = true;
    value.value = before;
    input.name = name;
    bar.value = 0;
    state.hidden = false;
    say(words.sending);
    try {
      const answer = await send({
        address: input.dataset.upload ?? '',
        kind: input.dataset.kind ?? '',
        file,
        signal,
        tell: (percent) => {
          bar.value = percent;
          say(waiting === undefined ? words.sending : words.waiting);
        },
        interrupted: (gone) => say(gone === 'session' ? words.signedOut : words.broken),
      });
      if (answer.taken === undefined) {
        input.value = '';
        return end(answer.refused ?? '', false);
      }
      value.value = answer.taken;
      // The file is there: the form need not carry it again.
      input.removeAttribute('name');
      bar.value = 100;
      return end((words.done ?? '').replace('{name}', file.name), true);
    } catch {
      // Another file was chosen. Or it cannot go ahead, whatever the reason: then it is sent with the form, which may be waiting.
      if (!signal.aborted) end('', true);
    }
  }

  /**
   * @param {string} text
   * @param {boolean} isReady there is a file to send, ahead or with the form
   */
  function end(text, isReady) {
    isRunning = false;
    say(text);
    const submitter = waiting;
    waiting = undefined;
    if (submitter !== undefined && isReady) form.requestSubmit(submitter);
  }

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file && file.size > 0 && file.size <= Number(input.dataset.mostBytes)) void begin(file);
    else {
      running.abort();
      isRunning = false;
      waiting = undefined;
      state.hidden = true;
      value.value = before;
      input.name = name;
    }
  });
  form.addEventListener('submit', (event) => {
    if (!isRunning) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = event.submitter;
    say(words.waiting);
  });
}

// Only a page that came safely can say what a file's SHA-256 is.
if (globalThis.crypto?.subtle) {
  for (const input of document.querySelectorAll('input[type=file][data-upload]')) {
    if (input instanceof HTMLInputElement) start(input);
  }
}
