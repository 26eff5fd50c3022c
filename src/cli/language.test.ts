import { expect, test } from 'vitest';
import { languageOfTerminal } from './language.ts';

test.each([
  ['--lang before all', ['import', '--lang', 'en'], { LANG: 'sq_AL.UTF-8' }, 'en'],
  ['--lang with a sign of equality', ['--lang=sq'], { LANG: 'en_GB.UTF-8' }, 'sq'],
  ['POP_LANG before the terminal', [], { POP_LANG: 'sq', LANG: 'en_GB.UTF-8' }, 'sq'],
  ['LC_ALL before LANG', [], { LC_ALL: 'sq_AL.UTF-8', LANG: 'en_GB.UTF-8' }, 'sq'],
  ['LC_MESSAGES before LANG', [], { LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'sq_AL' }, 'en'],
  ['LANG', [], { LANG: 'sq_AL.UTF-8' }, 'sq'],
  ['English for any other language', [], { LANG: 'C.UTF-8' }, 'en'],
  ['Albanian where nothing is said', [], {}, 'sq'],
] as const)('the language is %s', (_, args, env, language) => {
  expect(languageOfTerminal(args, env)).toBe(language);
});
