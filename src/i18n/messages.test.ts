import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import en from '#messages/en.json' with { type: 'json' };
import sq from '#messages/sq.json' with { type: 'json' };

/** The names of placeholders, plural and select arguments in a message, sorted. */
function placeholders(message: string, language: string): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      // Element types of the ICU syntax tree: 0 is literal text, 7 the '#' of a plural; the others name an argument.
      if ('type' in node && 'value' in node && node.type !== 0 && typeof node.value === 'string')
        names.add(node.value);
      if ('options' in node) Object.values(node.options ?? {}).forEach(visit);
      if ('value' in node && Array.isArray(node.value)) visit(node.value);
    }
  };
  visit(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}

const albanian = new Map(Object.entries(sq));
const english = new Map(Object.entries(en));

describe('messages', () => {
  test('both languages have the same keys', () => {
    expect([...albanian.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('no message is empty', () => {
    for (const messages of [albanian, english]) {
      for (const [key, message] of messages) expect(message.trim(), key).not.toBe('');
    }
  });

  test('a message takes the same values in both languages', () => {
    for (const [key, message] of english) {
      expect(placeholders(albanian.get(key) ?? '', 'sq'), key).toEqual(placeholders(message, 'en'));
    }
  });

  test('keys stand in order, so that changes read well', () => {
    expect(Object.keys(en)).toEqual(Object.keys(en).toSorted());
  });
});
