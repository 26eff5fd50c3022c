// Search-as-you-type in a list or table that the server has already sent. The form around the field works without it.
//
// <input id="q" ...>                         the field
// <p role="status" data-filter-input="q"     where the count is said
//    data-filter-list="places" data-one="1 place" data-other="# places" data-none="no place">
// <ul id="places"><li data-filter-text="...">what is looked in; without it, the item's own text

/**
 * Small letters without diacritics: 'Çorovodë' -> 'corovode', so that people find places with or without ë and ç.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Whether every word typed stands somewhere in the text.
 * @param {string} text already folded
 * @param {string} typed
 */
export function matches(text, typed) {
  return fold(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** @param {HTMLElement} status */
function start(status) {
  const { filterInput = '', filterList = '', one = '', other = '', none = '' } = status.dataset;
  const input = document.getElementById(filterInput);
  const list = document.getElementById(filterList);
  // A field that comes filled in: the server has filtered the list, and what it left out can't be found here.
  if (!(input instanceof HTMLInputElement) || !list || input.value) return;
  const items = [
    ...list.querySelectorAll(list instanceof HTMLTableElement ? 'tbody > tr' : ':scope > li'),
  ].map((element) => ({
    element,
    text: fold(element.getAttribute('data-filter-text') ?? element.textContent ?? ''),
  }));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;

  input.addEventListener('input', () => {
    let shown = 0;
    for (const { element, text } of items) {
      const found = matches(text, input.value.trim());
      element.toggleAttribute('hidden', !found);
      if (found) shown += 1;
    }
    clearTimeout(saying);
    // After a pause, so that a screen reader says the last count and not each one.
    saying = setTimeout(() => {
      const words = shown === 0 ? none : shown === 1 ? one : other;
      status.textContent = input.value.trim() === '' ? '' : words.replace('#', String(shown));
    }, 300);
  });
}

if (typeof document !== 'undefined') {
  for (const status of document.querySelectorAll('[data-filter-list]')) {
    if (status instanceof HTMLElement) start(status);
  }
}
