// Typing into tables with the keyboard alone. Without this script Tab goes through them, and the button saves.
//
// <table data-entry-table> … a row of controls each: Enter goes to the next row in the same column, Shift+Enter back
// <div data-send-with="ctrl-enter"><textarea>: Ctrl+Enter (or ⌘+Enter) sends the form

/**
 * The control in the same column, `by` rows further.
 * @param {Element} control
 * @param {number} by
 */
export function neighbour(control, by) {
  const cell = control.closest('td');
  const row = cell?.closest('tr');
  const body = row?.closest('tbody');
  if (!cell || !row || !body) return null;
  const target = body.rows[row.sectionRowIndex + by]?.cells[cell.cellIndex];
  return target?.querySelector('textarea, select, input:not([type=hidden])') ?? null;
}

/** @param {KeyboardEvent} event */
function isSending(event) {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

/** @param {KeyboardEvent} event */
function send(event) {
  const { target } = event;
  if (!(target instanceof Element)) return;
  event.preventDefault();
  target.closest('form')?.requestSubmit();
}

/** @param {KeyboardEvent} event */
function move(event) {
  if (event.isComposing || event.key !== 'Enter' || !(event.target instanceof Element)) return;
  if (isSending(event)) return send(event);
  const next = neighbour(event.target, event.shiftKey ? -1 : 1);
  // On a link or a button Enter does what it always does.
  if (!event.target.matches('input, textarea, select')) return;
  event.preventDefault();
  if (next instanceof HTMLElement) next.focus();
  if (next instanceof HTMLInputElement || next instanceof HTMLTextAreaElement) next.select();
}

if (typeof document !== 'undefined') {
  for (const table of document.querySelectorAll('table[data-entry-table], table[data-sum]')) {
    if (table instanceof HTMLElement) table.addEventListener('keydown', move);
  }
  for (const field of document.querySelectorAll('[data-send-with="ctrl-enter"]')) {
    if (field instanceof HTMLElement) {
      field.addEventListener('keydown', (event) => {
        if (isSending(event)) send(event);
      });
    }
  }
}
