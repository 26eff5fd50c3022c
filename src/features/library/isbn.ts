/** The check digit that the first twelve digits of an ISBN call for. */
function checkDigit13(twelve: string): number {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

/** The last sign of an ISBN of ten: a digit, or X for ten. */
function checkSign10(nine: string): string {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/**
 * An ISBN of ten or thirteen, with or without hyphens and its name before it, as its thirteen digits.
 * @returns undefined where it is none, or a digit of it is mistaken
 */
export function normaliseIsbn(text: string): string | undefined {
  const digits = text
    .toUpperCase()
    .replace(/^\s*ISBN(?:-1[03])?[\s:]*/, '')
    .replaceAll(/[\s\u2010-\u2015-]/g, '');
  if (/^\d{9}[\dX]$/.test(digits)) {
    const nine = digits.slice(0, 9);
    if (digits[9] !== checkSign10(nine)) return undefined;
    return `978${nine}${checkDigit13(`978${nine}`)}`;
  }
  if (!/^97[89]\d{10}$/.test(digits)) return undefined;
  return checkDigit13(digits.slice(0, 12)) === Number(digits[12]) ? digits : undefined;
}
