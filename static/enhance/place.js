// Fills in where one stands, as the device reports it, and the time of day. Without this script people write the place, and
// may type its coordinates.
//
// <div data-place data-find="Use this device’s place" data-finding="…" data-found="… {metres} …" data-failed="…">
//   <p role="status"></p>
// </div>

/** @param {string} id @param {string} value */
function fill(id, value) {
  const input = document.getElementById(id);
  if (!(input instanceof HTMLInputElement)) return;
  input.value = value;
  // What is typed into a form is kept as a draft: so is this.
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param {Date} now */
function timeOf(now) {
  return new Intl.DateTimeFormat('sq', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Tirane',
  }).format(now);
}

/** @param {HTMLElement} part */
function start(part) {
  const status = part.querySelector('[role=status]');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-secondary';
  button.textContent = part.dataset.find ?? '';
  /** @param {string | undefined} text */
  const say = (text) => {
    if (status) status.textContent = text ?? '';
  };
  button.addEventListener('click', () => {
    say(part.dataset.finding);
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) => {
        fill('latitude', coords.latitude.toFixed(6));
        fill('longitude', coords.longitude.toFixed(6));
        fill('accuracy', String(Math.ceil(coords.accuracy)));
        fill('at', timeOf(new Date(timestamp)));
        say((part.dataset.found ?? '').replace('{metres}', String(Math.ceil(coords.accuracy))));
      },
      () => say(part.dataset.failed),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 },
    );
  });
  part.prepend(button);
}

for (const part of document.querySelectorAll('[data-place]')) {
  if (part instanceof HTMLElement && 'geolocation' in navigator) start(part);
}
