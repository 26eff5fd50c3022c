// Asks the browser for a passkey and sends what it says with the form. Browsers without passkeys never see the form.
//
// <form data-passkey="create|get" data-options="{…}" hidden> <input type="hidden" name="answer"> <p data-passkey-failed="…"></p> </form>

/** @param {HTMLFormElement} form */
async function answerOf(form) {
  const options = JSON.parse(form.dataset.options ?? '{}');
  const credential =
    form.dataset.passkey === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey');
  return JSON.stringify(credential.toJSON());
}

/** @param {HTMLFormElement} form */
function start(form) {
  form.hidden = false;
  const failed = form.querySelector('[data-passkey-failed]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const field = form.elements.namedItem('answer');
    try {
      if (!(field instanceof HTMLInputElement)) throw new Error('no field');
      field.value = await answerOf(form);
      form.submit();
    } catch {
      // Left, refused, or none there: which of these the browser tells nobody.
      if (failed instanceof HTMLElement) failed.textContent = failed.dataset.passkeyFailed ?? '';
    }
  });
}

const isKnown = 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (isKnown && form instanceof HTMLFormElement) start(form);
}
