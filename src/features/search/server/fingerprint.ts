import { createHash } from 'node:crypto';
import { languages } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { Db } from '#server/database/db.ts';
import { documentSources } from './sources/index.ts';
import { stopWords } from '../stopwords.ts';

/** A name for how documents are made of the record: another one where a version makes them otherwise. */
export function searchFingerprint(db: Db): string {
  const hash = createHash('sha256');
  for (const language of languages) {
    hash.update([...stopWords[language]].join(' '));
    for (const source of documentSources) {
      hash.update(`${source.kind} ${source.documents(language, translator(language)).compile(db).sql}`);
    }
  }
  return hash.digest('hex');
}
