// Answers from paper by keyboard: a digit chooses that option of the question (1 the first, 0 the tenth), Enter goes on to
// the next question, Ctrl+Enter saves. Without this script Tab, arrows and the space bar do it.
//
// <form data-paper-answers> … <fieldset class="field"> … </fieldset> <div class="field"><textarea></textarea></div> </form>

/** @param {HTMLFormElement} form */
function start(form) {
  const questions = [...form.querySelectorAll('.field')].filter((field) => field instanceof HTMLElement);

  /** @param {Element | undefined} question */
  function enter(question) {
    const control = question?.querySelector('input:checked, input, textarea') ?? form.querySelector('button');
    if (control instanceof HTMLElement) control.focus();
  }

  form.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!(target instanceof HTMLElement)) return;
    if (key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const question = target.closest('.field');
    if (!(target instanceof HTMLInputElement) || !(question instanceof HTMLElement)) return;
    const next = questions[questions.indexOf(question) + 1];
    if (key === 'Enter') {
      event.preventDefault();
      enter(next);
    } else if (/^\d$/.test(key)) {
      const options = [...question.querySelectorAll('input')];
      const option =
        options.find(({ type, value }) => type === 'radio' && value === key) ??
        options[(Number(key) + 9) % 10];
      if (!option) return;
      event.preventDefault();
      option.checked = option.type === 'radio' || !option.checked;
      option.focus();
      if (option.type === 'radio') enter(next);
    }
  });

  if (!form.querySelector('.field-invalid')) enter(questions[0]);
}

for (const form of document.querySelectorAll('form[data-paper-answers]')) {
  if (form instanceof HTMLFormElement) start(form);
}
