import type { TestProject } from 'vitest/node';
import { demoPassword } from '#features/accounts/server/demo-accounts.ts';
import { readConfig } from '#server/config.ts';
import { stopWhenEnded } from '#testing/stop-when-ended.ts';
import { startProgram, type RunningProgram } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the program serving the real record. */
    real: string;
    /** Address of the program serving the invented network. */
    demo: string;
    /** Password of all accounts of the invented network. */
    demoPassword: string;
  }
}

/** Starts the program twice, on the real record and on the invented one, each in a folder of its own. */
export default async function setup(project: TestProject) {
  const programs: RunningProgram[] = [];
  const stop = async () => void (await Promise.all(programs.map((program) => program.stop())));
  // One after the other: each first start loads a whole record.
  for (const record of ['real', 'demo'] as const) {
    const program = await startProgram({ demo: record === 'demo' }).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    programs.push(program);
    project.provide(record, program.url);
    if (record === 'demo') {
      project.provide('demoPassword', demoPassword({ config: readConfig({ DATA_DIR: program.dataDir }) }));
    }
  }
  return stopWhenEnded(stop);
}
