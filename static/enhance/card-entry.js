// A card from paper by keyboard alone: a digit goes on to the next issue, Enter saves (as in any form). Without this script
// Tab goes on.
//
// <form data-card-entry data-least="1" data-most="5"> … <input data-score> … <select id="sex"> <select id="ageBand"> </form>
//
// In a score: a letter f or m sets the sex, a steps through the age bands, the space bar or - leaves an issue unanswered,
// the arrows go up and down, Backspace in an empty box goes back.

/** @param {HTMLFormElement} form */
function start(form) {
  const least = Number(form.dataset.least);
  const most = Number(form.dataset.most);
  const scores = [...form.querySelectorAll('input[data-score]')].filter(
    (input) => input instanceof HTMLInputElement,
  );

  /** @param {HTMLInputElement} input @param {number} steps */
  function go(input, steps) {
    const next = scores[scores.indexOf(input) + steps];
    if (next) {
      next.focus();
      next.select();
    } else if (steps > 0) {
      const button = form.querySelector('button:not([formaction])');
      if (button instanceof HTMLElement) button.focus();
    }
  }

  /** Whether what stands in a box cannot become another score by one more digit. @param {string} text */
  function isWhole(text) {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= least && value <= most && value * 10 > most;
  }

  /** @param {string} id @param {(select: HTMLSelectElement) => void} change */
  function withSelect(id, change) {
    const select = form.querySelector(`#${id}`);
    if (select instanceof HTMLSelectElement) change(select);
  }

  /** @type {Record<string, () => void>} */
  const letters = {
    f: () => withSelect('sex', (select) => (select.value = 'women')),
    m: () => withSelect('sex', (select) => (select.value = 'men')),
    a: () =>
      withSelect(
        'ageBand',
        (select) => (select.selectedIndex = (select.selectedIndex + 1) % select.options.length),
      ),
  };

  for (const input of scores) {
    input.addEventListener('input', () => {
      if (isWhole(input.value)) go(input, 1);
    });
    input.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { key } = event;
      const letter = letters[key.toLowerCase()];
      if (letter) letter();
      else if (key === ' ' || key === '-') {
        input.value = '';
        go(input, 1);
      } else if (key === 'ArrowDown') go(input, 1);
      else if (key === 'ArrowUp') go(input, -1);
      else if (key === 'Backspace' && input.value === '') go(input, -1);
      else return;
      event.preventDefault();
    });
  }

  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  // A page that comes back from the browser's memory may be sent again.
  addEventListener('pageshow', () => {
    isSent = false;
  });

  const first = scores.find((input) => input.getAttribute('aria-invalid') === 'true') ?? scores[0];
  if (first && !form.querySelector('.field-invalid #number')) {
    first.focus();
    first.select();
  }
}

for (const form of document.querySelectorAll('form[data-card-entry]')) {
  if (form instanceof HTMLFormElement) start(form);
}
