/** An address of e-mail, or what is dialled: nine digits or more after a 0 or a +, however they are set apart. */
const email = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/;
const dialled = /(?:^|[^\d.,])((?:\+|0)\d(?:[\s/().-]{0,2}\d){6,16})(?!\d)/g;

/** Whether a text holds what leads to one person: a telephone number or an e-mail address. */
export function leadsToPerson(text: string): boolean {
  if (email.test(text)) return true;
  return [...text.matchAll(dialled)].some(([, number = '']) => number.replace(/\D/g, '').length >= 9);
}

/** Whether what stands for a kind of person ('farmer') is written as a name is: 'Arta Hoxha'. */
export function looksLikeName(text: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+$/u.test(text.trim());
}
