import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { addEvidenceItems } from '#testing/factories-evidence.ts';
import { addMonitoring } from '#testing/factories-monitoring.ts';
import { countOpenEvidence } from './assessed-store.ts';

const database = useDatabase();

test('what waits to be reviewed is what can be shown: private evidence holds no publication up', async () => {
  const { db } = database();
  const at = await addMonitoring(db);
  await addEvidenceItems(db, at, [
    {},
    { review: 'accepted' },
    { visibility: 'private' },
    { withdrawn_reason: 'of another street' },
  ]);
  expect(await countOpenEvidence(db, at.municipality.id, at.assessment.id)).toBe(1);
});
