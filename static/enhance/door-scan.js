// The camera of the door: opens and closes it, and says in words why it does not open. Whoever has none goes on with the list.

/** @typedef {(name: string) => Element | null} Part */

/** @param {unknown} error @param {Record<string, string>} words */
function wordsFor(error, words) {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return words.notAllowed;
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return words.noCamera;
  if (name === 'NotReadableError' || name === 'AbortError') return words.cameraBusy;
  return words.cameraFailed;
}

/**
 * @param {Part} part
 * @param {{ words: Record<string, string>, input: HTMLElement, take: (text: string) => void, tell: (kind: string, text: string | undefined) => void }} door
 */
export function startScanning(part, { words, input, take, tell }) {
  const [button, box, video, stopper, light] = ['scan', 'camera', 'video', 'stop', 'light'].map(part);
  if (!(button instanceof HTMLElement) || !(box instanceof HTMLElement) || !(light instanceof HTMLElement))
    return;
  if (!(video instanceof HTMLVideoElement) || !navigator.mediaDevices) return;
  const seen = video;
  const [frame, lamp, opener] = [box, light, button];
  /** @type {Awaited<ReturnType<typeof import('./door-camera.js').startCamera>> | undefined} */
  let camera;
  let isOpening = false;

  function close() {
    camera?.stop();
    camera = undefined;
    frame.hidden = true;
    opener.hidden = false;
  }

  /** Back to the list. @param {string | undefined} why */
  function giveUp(why) {
    close();
    tell('alert', why);
    input.focus();
  }

  async function open() {
    if (isOpening || camera) return;
    isOpening = true;
    try {
      const { startCamera } = await import('./door-camera.js');
      frame.hidden = false;
      camera = await startCamera(seen, { found: take, ended: () => giveUp(words.cameraEnded) });
      opener.hidden = true;
      lamp.hidden = camera.lamp === undefined;
      lamp.setAttribute('aria-pressed', 'false');
      if (stopper instanceof HTMLElement) stopper.focus();
      frame.scrollIntoView({ block: 'start' });
    } catch (error) {
      giveUp(wordsFor(error, words));
    } finally {
      isOpening = false;
    }
  }

  opener.hidden = false;
  opener.addEventListener('click', () => void open());
  lamp.addEventListener('click', async () => {
    const isOn = lamp.getAttribute('aria-pressed') !== 'true';
    await camera?.lamp?.(isOn).then(
      () => lamp.setAttribute('aria-pressed', String(isOn)),
      () => (lamp.hidden = true),
    );
  });
  stopper?.addEventListener('click', () => {
    close();
    opener.focus();
  });
  // A telephone that is put away does not go on filming.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && camera) close();
  });
}
