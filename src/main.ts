import { senderOf } from '#features/accounts/server/sender.ts';
import { whereMoved } from '#features/articles/server/moved.ts';
import { parametersOf } from '#features/sections/page-parameters.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { startServer } from '#server/http/server.ts';
import { say } from '#server/lifecycle/say.ts';
import { runProgram } from './boot.ts';
import { fillDemoOnFirstStart } from './demo/first-start.ts';

await runProgram(async (app) => {
  const { roles } = app.config;
  await app.files.clearUnfinished();
  await app.jobs.start(app, { jobs: allJobs, works: roles.worker });
  // What people do in it asks for jobs, as mail and reports.
  await fillDemoOnFirstStart(app, say);
  const server = roles.web
    ? await startServer(app, {
        parametersOf,
        senderOf: (cookie) => senderOf(app, cookie),
        movedTo: (asked) => whereMoved(app, asked),
      })
    : undefined;
  return async () => {
    await Promise.all([server?.close(), app.jobs.stop()]);
  };
});
