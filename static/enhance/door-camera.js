// Reads codes with the camera: by the browser's own reader where it has one, else by one that is loaded only then.

/** Loaded only where the browser has no reader of its own. */
const reader = '/vendor/qr-decode.js';

/** @returns {Promise<(video: HTMLVideoElement) => Promise<string | undefined>>} */
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

const pause = 200;
/** The same code held still counts once. */
const rest = 3000;

/**
 * @param {HTMLVideoElement} video
 * @param {(text: string) => void} found
 * @returns {Promise<() => void>} stops it
 */
export async function startCamera(video, found) {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
    audio: false,
  });
  video.srcObject = stream;
  await video.play();
  const read = await makeReader();
  let isOn = true;
  let last = { text: '', at: 0 };
  const look = async () => {
    if (!isOn) return;
    const text = await read(video).catch(() => undefined);
    const now = Date.now();
    if (text !== undefined && (text !== last.text || now - last.at > rest)) {
      last = { text, at: now };
      found(text);
    }
    setTimeout(look, pause);
  };
  void look();
  return () => {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}
