// npm start: on a fresh clone installs, builds and serves. Runs on Node 20 without packages.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { build, install, isBuilt, tellWaiting } from './prepare.mjs';
import { node, projectPath, root, runToEnd } from './run.mjs';

const env = {
  ...process.env,
  NODE_ENV: 'production',
  PATH: projectPath(),
  ...(process.argv.includes('--demo') ? { DEMO: '1' } : {}),
};

/** What is made of this folder is made by one start at a time; a second one then finds it made. */
async function prepare() {
  await install();
  if (isBuilt()) return;
  // A site that runs from this folder reads its pages as they are asked for: they are not replaced under it.
  if (existsSync(join(root, 'build'))) {
    const code = await runToEnd(node, ['src/server/lifecycle/refuse-in-use.ts'], env);
    if (code !== 0) process.exit(code);
  }
  await build();
}

await alone(root, prepare, tellWaiting);
process.exit(await runToEnd(node, ['src/main.ts'], env));
