import { randomUUID } from 'node:crypto';
import { newItem, type NewItem } from '../schema.ts';
import type { Monitoring } from '#testing/factories-monitoring.ts';

/** What the form of an observation sends, filled in; a test changes what it is about. */
export function observation(at: Monitoring, given: Record<string, unknown> = {}): NewItem {
  return newItem.parse({
    id: randomUUID(),
    kind: 'observation',
    stance: 'supports',
    dated: '2028-05-03',
    showsSq: 'Rruga është shtruar deri te shkolla',
    showsEn: 'The road is paved as far as the school',
    bindingLanguage: 'sq',
    components: [at.components[0]?.id ?? ''],
    place: 'Lagjja 3',
    ...given,
  });
}
