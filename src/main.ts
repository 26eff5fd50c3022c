import { startServer } from '#server/http/server.ts';
import { runProgram } from './boot.ts';

await runProgram(async (app) => {
  const server = await startServer(app);
  return () => server.close();
});
