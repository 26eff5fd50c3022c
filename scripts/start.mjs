// npm start: on a fresh clone installs, builds and serves. Runs on Node 20 without packages.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, isBuilt } from './prepare.mjs';
import { node, projectPath, root, runToEnd } from './run.mjs';

const env = {
  ...process.env,
  NODE_ENV: 'production',
  PATH: projectPath(),
  ...(process.argv.includes('--demo') ? { DEMO: '1' } : {}),
};

await install();
if (!isBuilt()) {
  // A site that runs from this folder reads its pages as they are asked for: they are not replaced under it.
  if (existsSync(join(root, 'build'))) {
    const code = await runToEnd(node, ['src/server/lifecycle/refuse-in-use.ts'], env);
    if (code !== 0) process.exit(code);
  }
  await build();
}
process.exit(await runToEnd(node, ['src/main.ts'], env));
