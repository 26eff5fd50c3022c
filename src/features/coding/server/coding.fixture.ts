import { beforeAll, beforeEach } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import type { DecideCode, HandInCoding } from '../schema.ts';

/** A coding that can be handed in where its code asks for nothing. */
export function coding(code: string, given: Partial<HandInCoding> = {}): HandInCoding {
  return {
    version: 0,
    code,
    language: 'sq',
    rationale: `Pse ${code}`,
    evidence: [],
    searches: [],
    searchRows: [],
    ...given,
  };
}

export function decision(code: string, given: Partial<DecideCode> = {}): DecideCode {
  return { code, evidence: [], rationale: { sq: 'Arsyetim' }, reason: { sq: 'Arsye' }, ...given };
}

/** For each test an assessment of its own, in a stage, in one database. */
export function useMonitoring(stage: Monitoring['assessment']['stage']) {
  const database = useDatabase();
  let current: { app: App; at: Monitoring } | undefined;
  let app: App | undefined;
  beforeAll(() => {
    app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
      clock: () => new Date('2028-09-20T10:00:00Z'),
    });
  });
  beforeEach(async () => {
    if (app) current = { app, at: await addMonitoring(app.db, stage ? { stage } : {}) };
  });
  return () => {
    if (!current) throw new Error('the assessment is there from beforeEach on');
    const { tasks } = current.at;
    const task = (index: number) => tasks[index]?.id ?? '';
    return { ...current, task };
  };
}
