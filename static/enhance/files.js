// Says that a file is on its way, which takes a while on a slow line, and keeps it from being sent twice. Without this script
// the browser shows that it is sending, and the server takes the same file once.
//
// <form> <input type="file"> <p role="status" data-file-status data-sending="…"></p> </form>

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} status
 */
function start(form, status) {
  let isSending = false;

  /** @param {boolean} sends */
  function show(sends) {
    isSending = sends;
    status.textContent = sends ? (status.dataset.sending ?? '') : '';
    form.setAttribute('aria-busy', String(sends));
  }

  // At the document, after the scripts that look at the form itself, in whatever order they came: one that holds the form
  // back until a file is there stops the event, and sends the form again later.
  document.addEventListener('submit', (event) => {
    if (event.target !== form) return;
    if (isSending) event.preventDefault();
    // Another script has found something to mend first.
    if (event.defaultPrevented) return;
    const inputs = [...form.querySelectorAll('input[type=file]')];
    if (inputs.some((input) => input instanceof HTMLInputElement && input.files?.length)) show(true);
  });
  // Back from the next page, the form can be sent again.
  addEventListener('pageshow', ({ persisted }) => persisted && show(false));
}

for (const status of document.querySelectorAll('[data-file-status]')) {
  const form = status.closest('form');
  if (form && status instanceof HTMLElement) start(form, status);
}
