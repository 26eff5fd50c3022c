// Lets a forum's clock tick between two loadings of the page, which alone would show the time as it was. The server's time counts: it
// is asked every two seconds, and where someone pressed a button meanwhile, the page is loaded anew.
//
// <p data-clock data-state="…/clock.json" data-mark="3-running" data-used="4000" data-slot="120000" data-running="yes">1:56</p>

const pause = 2000;

/** @param {number} milliseconds */
function textOf(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** @param {HTMLElement} face */
function start(face) {
  const { state = '', mark = '', slot, running } = face.dataset;
  let used = Number(face.dataset.used);
  let since = performance.now();

  function draw() {
    const spent = used + (running === undefined ? 0 : performance.now() - since);
    const left = Number(slot) - spent;
    const text = textOf(left);
    if (face.textContent?.trim() !== text) face.textContent = text;
    face.classList.toggle('is-over', left < 0);
  }

  async function ask() {
    try {
      const answer = await fetch(state, { headers: { accept: 'application/json' } });
      if (!answer.ok) return;
      const told = await answer.json();
      if (told.mark !== mark) location.reload();
      used = told.used;
      since = performance.now();
    } catch {
      // Without a connection the clock goes on by itself.
    }
  }

  setInterval(draw, 200);
  setInterval(ask, pause);
}

for (const face of document.querySelectorAll('[data-clock]')) {
  if (face instanceof HTMLElement) start(face);
}
