// Names the field of each fault at the head of a refused form, and puts them in the order of the form: five times 'Fill
// this in' tells nobody where. Without this script each still leads to its field. One with data-named has its name already.
//
// <div class="error-summary"> <ul> <li><a href="#place">Fill this in</a></li> </ul> </div>

/**
 * What a field is called: of choices, the question that they answer.
 * @param {HTMLElement} field
 */
function nameOf(field) {
  const options = field.closest('.options');
  const words = options
    ? options.closest('fieldset')?.querySelector('legend')
    : document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  const own = words?.cloneNode(true);
  if (!(own instanceof HTMLElement)) return '';
  for (const extra of own.querySelectorAll('.optional')) extra.remove();
  return (own.textContent ?? '').trim();
}

for (const list of document.querySelectorAll('.error-summary .error-list')) {
  const faults = [...list.children].map((item) => {
    const link = item.querySelector('a');
    return { item, link, field: document.getElementById(link?.hash.slice(1) ?? '') };
  });
  for (const { link, field } of faults) {
    const name = field && !link?.hasAttribute('data-named') ? nameOf(field) : '';
    if (link && name) link.textContent = `${name}: ${link.textContent ?? ''}`;
  }
  const inOrder = faults.sort((a, b) =>
    a.field && b.field && a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_PRECEDING
      ? 1
      : -1,
  );
  list.append(...inOrder.map(({ item }) => item));
}
