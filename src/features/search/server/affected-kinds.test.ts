import { describe, expect, it } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { useDatabase } from '#testing/database.ts';
import { affectedKinds } from './affected-kinds.ts';
import { documentSources } from './sources/index.ts';

describe('the kinds that a table affects', () => {
  const database = useDatabase();

  it.each(documentSources.map((source) => [source.kind, source] as const))(
    'name %s for every table that its documents are made of',
    (kind, source) => {
      const { sql } = source.documents('sq', translator('sq')).compile(database().db);
      const tables = [...sql.matchAll(/\b(?:FROM|JOIN) ([a-z_]+)\b/g)].map(([, table = '']) => table);
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) {
        const affected = affectedKinds([table]);
        expect({ table, affected: affected?.includes(kind) ?? true }).toEqual({ table, affected: true });
      }
    },
  );

  it('are all of them where names of places have changed, and none for what is not found', () => {
    expect(affectedKinds(['need', 'municipality'])).toBeUndefined();
    expect(affectedKinds(['population'])).toEqual([]);
  });
});
