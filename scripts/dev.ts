// npm run dev: the site with Vite in front, reloading as files change. Same database and record as npm start.
import { createServer } from 'vite';
import { runProgram } from '../src/boot.ts';

await runProgram(async ({ config }) => {
  const vite = await createServer({ server: { host: config.host, port: config.port, strictPort: true } });
  await vite.listen();
  return () => vite.close();
});
