// On a board of needs: drag needs onto a candidate, see how many are chosen, and stay where one was on the page after a step.
// Without this script the same form does it: choose with the boxes, choose where they go, press the button.
//
// <div data-board id="board"> <div role="status" data-told>…</div>
//   <form data-board-form> <li data-need="id"><input type="checkbox" name="needs"></li>
//     <p data-chosen data-words="# chosen"></p> <select name="candidate"> <button data-put> </form>
//   <li data-drop="candidate's id; '' for a new one"> </div>

/** @param {string} words @param {number} count */
export function chosenWords(words, count) {
  return words.replace('#', String(count));
}

/**
 * The needs that a drag takes along: those that are chosen, if the dragged one is among them; else that one alone.
 * @param {readonly string[]} chosen
 * @param {string} dragged
 */
export function draggedNeeds(chosen, dragged) {
  return chosen.includes(dragged) ? [...chosen] : [dragged];
}

/** @param {HTMLElement} board */
function start(board) {
  const form = board.querySelector('[data-board-form]');
  if (!(form instanceof HTMLFormElement)) return;
  const boxes = [...form.querySelectorAll('input[name="needs"]')].filter(
    (box) => box instanceof HTMLInputElement,
  );
  const told = form.querySelector('[data-chosen]');

  const say = () => {
    const count = boxes.filter((box) => box.checked).length;
    if (told instanceof HTMLElement && (count > 0 || told.dataset.said)) {
      told.dataset.said = 'yes';
      told.textContent = chosenWords(told.dataset.words ?? '', count);
    }
  };
  form.addEventListener('change', say);
  say();

  const button = form.querySelector('[data-put]');
  const target = form.querySelector('[name="candidate"]');
  if (!(button instanceof HTMLButtonElement) || !(target instanceof HTMLSelectElement)) return;
  const drops = [...board.querySelectorAll('[data-drop]')].filter((drop) => drop instanceof HTMLElement);
  for (const drop of drops) drop.hidden = false;
  /** @type {string | undefined} */
  let dragged;

  for (const row of form.querySelectorAll('[data-need]')) {
    if (!(row instanceof HTMLElement) || drops.length === 0) continue;
    row.draggable = true;
    row.addEventListener('dragstart', (event) => {
      dragged = row.dataset.need;
      event.dataTransfer?.setData('text/plain', row.textContent?.trim() ?? '');
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    });
    row.addEventListener('dragend', () => (dragged = undefined));
  }
  for (const drop of drops) {
    drop.addEventListener('dragover', (event) => {
      if (dragged === undefined) return;
      event.preventDefault();
      drop.classList.add('is-over');
    });
    drop.addEventListener('dragleave', () => drop.classList.remove('is-over'));
    drop.addEventListener('drop', (event) => {
      drop.classList.remove('is-over');
      if (dragged === undefined) return;
      event.preventDefault();
      const taken = draggedNeeds(
        boxes.filter((box) => box.checked).map((box) => box.value.split('@')[0] ?? ''),
        dragged,
      );
      for (const box of boxes) box.checked = taken.includes(box.value.split('@')[0] ?? '');
      const id = drop.dataset.drop ?? '';
      if (id !== '' && ![...target.options].some((option) => option.value === id)) {
        target.add(new Option(drop.querySelector('a')?.textContent ?? id, id));
      }
      target.value = id;
      form.requestSubmit(button);
    });
  }
}

/**
 * Sends a form of the board and puts the board of the answer in place of the old one, so that one stays where one was.
 * @param {SubmitEvent} event
 */
async function send(event) {
  const form = event.target;
  const board = document.querySelector('[data-board]');
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || !board?.contains(form)) return;
  event.preventDefault();
  const by = event.submitter;
  const action = by?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const answer = await fetch(action, { method: 'POST', body, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('[data-board]');
    if (!(next instanceof HTMLElement)) throw new Error(String(answer.status));
    if (answer.redirected) history.replaceState(null, '', answer.url);
    const lede = document.querySelector('.page-heading .lede');
    const nextLede = page.querySelector('.page-heading .lede');
    if (lede && nextLede) lede.textContent = nextLede.textContent;
    tell(board, next);
  } catch {
    // Whatever went wrong, the browser's own way shows it.
    board.removeEventListener('submit', listen);
    if (by instanceof HTMLElement) form.requestSubmit(by);
    else form.submit();
  }
}

/**
 * The place where steps are told stays in the page, since a screen reader only hears changes in what is there.
 * @param {Element} board
 * @param {HTMLElement} next
 */
function tell(board, next) {
  const told = board.querySelector('[data-told]');
  const news = next.querySelector('[data-told]');
  const scroll = window.scrollY;
  if (told && news) news.replaceWith(told);
  board.replaceChildren(...next.childNodes);
  if (told && news) told.replaceChildren(...news.childNodes);
  window.scrollTo({ top: scroll, behavior: 'instant' });
  if (board instanceof HTMLElement) start(board);
  const wrong = board.querySelector('#error-summary');
  if (wrong instanceof HTMLElement) wrong.focus();
  else {
    const first = board.querySelector('input[name="needs"]');
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }
}

/** @param {Event} event */
function listen(event) {
  if (event instanceof SubmitEvent) void send(event);
}

if (typeof document !== 'undefined') {
  const board = document.querySelector('[data-board]');
  if (board instanceof HTMLElement) {
    start(board);
    board.addEventListener('submit', listen);
  }
}
