// Draws the parts of a page anew that change while people look at it. A word stands for what the page shows; the server is asked
// whether it is still the right one, and answers nothing (204) as long as it is. The new page is fetched under that word, so that it is
// drawn once for all who look. Nothing is asked while the page is hidden, and ever more rarely while there is no answer.
//
// <div data-live-state="…/state" data-mark="3f…" data-page="/en/…"> <div data-live="questions">…</div> </div>

const least = 4000;
const most = 60_000;

/** @param {Element} part */
function isInUse(part) {
  if (part.contains(document.activeElement)) return true;
  if (part.querySelector('details[open] form')) return true;
  return [...part.querySelectorAll('input, textarea, select')].some((control) => {
    if (control instanceof HTMLSelectElement)
      return [...control.options].some((option) => option.selected !== option.defaultSelected);
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (!(control instanceof HTMLInputElement)) return false;
    return control.checked !== control.defaultChecked || control.value !== control.defaultValue;
  });
}

/** @param {HTMLElement} root */
function start(root) {
  const { liveState = '', page = '' } = root.dataset;
  let { mark = '' } = root.dataset;
  let wait = least;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} next */
  async function redraw(next) {
    const address = new URL(page, location.href);
    address.searchParams.set('at', next);
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error('no page');
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of root.querySelectorAll('[data-live]')) {
      const name = part.getAttribute('data-live');
      const other = fresh.querySelector(`[data-live="${name}"]`);
      if (!other || other.innerHTML === part.innerHTML || isInUse(part)) continue;
      part.replaceWith(other);
    }
    mark = next;
  }

  async function ask() {
    try {
      const address = new URL(liveState, location.href);
      address.searchParams.set('mark', mark);
      const answer = await fetch(address, { headers: { accept: 'application/json' } });
      if (!answer.ok) throw new Error('no answer');
      if (answer.status !== 204) await redraw((await answer.json()).mark);
      wait = least;
    } catch {
      wait = Math.min(most, wait * 2);
    }
    plan();
  }

  function plan() {
    clearTimeout(timer);
    // Not all at the same moment.
    if (!document.hidden) timer = setTimeout(ask, wait * (0.75 + Math.random() / 2));
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (!document.hidden) void ask();
  });
  plan();
}

for (const root of document.querySelectorAll('[data-live-state]')) {
  if (root instanceof HTMLElement) start(root);
}
