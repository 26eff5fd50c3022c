// Keeps what is typed into a form on the server as one types, and warns before what is not kept is lost. Without this script
// the button "keep as a draft" does it.
//
// <form data-draft="?/draft"> … <p role="status" data-draft-status data-saved="Kept at {time}" data-failed="…"></p> </form>

const pause = 1500;

/** @param {HTMLFormElement} form */
function start(form) {
  const address = form.dataset.draft ?? '';
  const status = form.querySelector('[data-draft-status]');
  let isKept = true;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} text */
  const say = (text) => {
    if (status) status.textContent = text;
  };

  async function keep() {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') typed.append(name, value);
    }
    isKept = true;
    try {
      const answer = await fetch(address, {
        method: 'POST',
        body: typed,
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const time = new Date().toLocaleTimeString('sq', {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      if (status instanceof HTMLElement) say((status.dataset.saved ?? '').replace('{time}', time));
    } catch {
      isKept = false;
      if (status instanceof HTMLElement) say(status.dataset.failed ?? '');
    }
  }

  form.addEventListener('input', () => {
    isKept = false;
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    isKept = true;
  });
  addEventListener('beforeunload', (event) => {
    if (!isKept) event.preventDefault();
  });
}

for (const form of document.querySelectorAll('form[data-draft]')) {
  if (form instanceof HTMLFormElement) start(form);
}
