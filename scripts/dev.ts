// npm run dev: the site with Vite in front, reloading as files change. Same database and record as npm start.
import { createServer } from 'vite';
import { OperatorError } from '#server/lifecycle/operator-error.ts';
import { runProgram } from '../src/boot.ts';

await runProgram(async ({ config }) => {
  const { host, port } = config;
  const vite = await createServer({ server: { host, port, strictPort: true } });
  try {
    await vite.listen();
  } catch (cause) {
    await vite.close();
    const told = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError(`${told} (HOST=${host}, PORT=${port})`, { cause });
  }
  return () => vite.close();
});
