// Draws the list of the door: who is expected, with a button that checks them in or takes it back.

/** @typedef {import('./door-store.js').Person} Person */

/** So many are drawn; the others are found by their name. */
const most = 200;

/** @param {string} text */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/**
 * @param {Element} list
 * @param {HTMLTemplateElement} template
 * @param {(kind: 'in' | 'undo', person: Person) => void} act
 */
export function makeList(list, template, act) {
  let drawn = '';

  /** @param {Person} person @param {boolean} isThere */
  function drawRow(person, isThere) {
    const made = document.importNode(template.content, true);
    const name = made.querySelector('.door-name');
    if (name) name.textContent = person.name;
    for (const one of made.querySelectorAll('[data-mode]'))
      if (one instanceof HTMLElement) one.hidden = one.dataset.mode !== person.mode;
    for (const one of made.querySelectorAll('[data-state]'))
      if (one instanceof HTMLElement) one.hidden = one.dataset.state !== person.state;
    const next = isThere ? 'undo' : 'in';
    for (const button of made.querySelectorAll('button')) {
      button.setAttribute('aria-label', (button.dataset.label ?? '').replace('#', person.name));
      button.hidden = button.dataset.act !== next;
      button.dataset.person = person.id;
      button.addEventListener('click', () => act(next, person));
    }
    return made;
  }

  /**
   * Draws who is looked for, where anything changed: whoever is about to press a button still has it under the finger.
   * @param {readonly Person[]} people
   * @param {{ search: string, isThere: (person: Person) => boolean }} how
   * @returns how many more there are than are drawn
   */
  return function draw(people, { search, isThere }) {
    const wanted = fold(search);
    const found = people.filter(({ name }) => fold(name).includes(wanted));
    const rows = found.slice(0, most).map((person) => ({ person, isThere: isThere(person) }));
    const shown = JSON.stringify(
      rows.map((row) => [row.person.id, row.person.name, row.person.state, row.person.mode, row.isThere]),
    );
    if (shown !== drawn) {
      const focused =
        document.activeElement instanceof HTMLElement ? document.activeElement.dataset.person : undefined;
      list.replaceChildren(...rows.map((row) => drawRow(row.person, row.isThere)));
      drawn = shown;
      if (focused) {
        const again = list.querySelector(`button[data-person="${CSS.escape(focused)}"]:not([hidden])`);
        if (again instanceof HTMLElement) again.focus();
      }
    }
    return found.length - rows.length;
  };
}
