// Says at the field, as soon as it is chosen, that a file is too large, or several are together, and does not send it. Without this script the server
// says so, with everything that was typed.
//
// <div class="field"> <input id="photo" type="file" data-most-bytes="12000000" data-too-large="…"> </div>

/** @param {HTMLInputElement} input */
function isTooLarge(input) {
  const sizes = [...(input.files ?? [])].map(({ size }) => size);
  const together = sizes.reduce((sum, size) => sum + size, 0);
  return (
    sizes.some((size) => size > Number(input.dataset.mostBytes)) ||
    together > Number(input.dataset.mostTogether ?? Infinity)
  );
}

/** @param {HTMLInputElement} input */
function tell(input) {
  const id = `${input.id}-error`;
  const known = document.getElementById(id);
  known?.remove();
  const others = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  const isWrong = isTooLarge(input);
  input.closest('.field')?.classList.toggle('field-invalid', isWrong);
  if (isWrong) {
    const words = document.createElement('p');
    words.className = 'field-error';
    words.id = id;
    words.setAttribute('role', 'alert');
    words.textContent = input.dataset.tooLarge ?? '';
    input.before(words);
    input.setAttribute('aria-invalid', 'true');
    others.push(id);
  } else {
    input.removeAttribute('aria-invalid');
  }
  if (others.length > 0) input.setAttribute('aria-describedby', others.join(' '));
  else input.removeAttribute('aria-describedby');
}

for (const input of document.querySelectorAll('input[data-most-bytes]')) {
  if (!(input instanceof HTMLInputElement)) continue;
  input.addEventListener('change', () => tell(input));
  input.form?.addEventListener('submit', (event) => {
    if (!isTooLarge(input)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell(input);
    input.focus();
  });
}
