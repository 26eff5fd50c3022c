import { parametersOf } from '#features/sections/page-parameters.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { startServer } from '#server/http/server.ts';
import { runProgram } from './boot.ts';

await runProgram(async (app) => {
  const { roles } = app.config;
  await app.files.clearUnfinished();
  await app.jobs.start(app, { jobs: allJobs, works: roles.worker });
  const server = roles.web ? await startServer(app, { parametersOf }) : undefined;
  return async () => {
    await Promise.all([server?.close(), app.jobs.stop()]);
  };
});
