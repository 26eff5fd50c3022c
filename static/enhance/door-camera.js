// Reads codes with the camera: by the browser's own reader where it has one, else by one that is loaded only then.

/** Loaded only where the browser has no reader of its own. */
const reader = '/vendor/qr-decode.js';

/** @typedef {(video: HTMLVideoElement) => Promise<string | undefined>} Read */

/** @returns {Promise<Read>} */
async function makeReader() {
  const Native = Reflect.get(globalThis, 'BarcodeDetector');
  const formats = Native ? await Native.getSupportedFormats().catch(() => []) : [];
  if (formats.includes('qr_code')) {
    const detector = new Native({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { decodeQR } = await import(reader);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (!context || video.videoWidth === 0) return undefined;
    const scale = Math.min(1, 640 / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // Most pictures hold no code.
      return undefined;
    }
  };
}

const pause = 150;
/** A code counts once for as long as it is held up, and for so long after. */
const rest = 2000;

/**
 * @param {MediaStreamTrack | undefined} track
 * @returns {((isOn: boolean) => Promise<void>) | undefined} switches the lamp, where the camera has one
 */
function lampOf(track) {
  const able = track?.getCapabilities?.() ?? {};
  if (!track || !('torch' in able) || !able.torch) return undefined;
  /** @type {(isOn: boolean) => any} */
  const constraints = (isOn) => ({ advanced: [{ torch: isOn }] });
  return (isOn) => track.applyConstraints(constraints(isOn));
}

/**
 * @param {HTMLVideoElement} video
 * @param {{ found: (text: string) => void, ended: () => void }} told `ended`: the camera was taken away
 * @returns {Promise<{ stop: () => void, lamp: ((isOn: boolean) => Promise<void>) | undefined }>}
 */
export async function startCamera(video, { found, ended }) {
  // Before anyone is asked for the camera: without a reader it is of no use.
  const read = await makeReader();
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
    audio: false,
  });
  let isOn = true;
  let last = { text: '', at: 0 };

  async function look() {
    if (!isOn) return;
    const text = await read(video).catch(() => undefined);
    const now = Date.now();
    if (text !== undefined && isOn) {
      const isHeld = text === last.text && now - last.at < rest;
      last = { text, at: now };
      if (!isHeld) found(text);
    }
    setTimeout(look, pause);
  }

  function stop() {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }

  for (const track of stream.getTracks())
    track.addEventListener('ended', () => {
      if (isOn) ended();
    });
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    stop();
    throw error;
  }
  void look();
  return { stop, lamp: lampOf(stream.getVideoTracks()[0]) };
}
