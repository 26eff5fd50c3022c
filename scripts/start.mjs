// npm start: on a fresh clone installs, builds and serves. Runs on Node 20 without packages.
import { spawn } from 'node:child_process';
import { build, install, node, root } from './prepare.mjs';

install();
build();

const demo = process.argv.includes('--demo') ? { DEMO: '1' } : {};
const child = spawn(node, ['src/main.ts'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, NODE_ENV: 'production', ...demo },
});
// Ctrl-C reaches the child by itself, as a member of the terminal's group; it must end first, so it is only waited for.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
