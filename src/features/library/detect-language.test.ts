import { expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

test.each([
  [
    'sq',
    'Bashkia duhet të njoftojë banorët për çdo ndryshim të buxhetit dhe t’u japë kohë që të flasin. Kjo është ajo që kërkuan qytetarët në takimet e dëgjimit, por nuk është bërë deri tani.',
  ],
  [
    'en',
    'The municipality has to tell residents of every change of the budget and give them time to speak. This is what people asked for in the listening sessions, but it has not been done so far.',
  ],
  [
    'it',
    'Il comune deve informare i cittadini di ogni modifica del bilancio e dare loro il tempo di parlare. Questo è quello che le persone hanno chiesto negli incontri, ma non è ancora stato fatto.',
  ],
  [
    'el',
    'Ο δήμος πρέπει να ενημερώνει τους κατοίκους για κάθε αλλαγή του προϋπολογισμού και να τους δίνει χρόνο να μιλήσουν.',
  ],
])('a paragraph is known to be %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('ë and ç left out, Albanian is still known', () => {
  expect(
    detectLanguage(
      'Bashkia duhet te njoftoje banoret per cdo ndryshim te buxhetit dhe t’u jape kohe qe te flasin ne mbledhje, por nuk e ka bere.',
    ),
  ).toBe('sq');
});

test('of numbers, names or a few words nothing is said', () => {
  expect(detectLanguage('')).toBeUndefined();
  expect(detectLanguage('Tabela 1: 2019 2020 2021')).toBeUndefined();
  expect(detectLanguage('Fier Durrës Vlorë Kamëz Kukës '.repeat(10))).toBeUndefined();
});
