// Starts a stand-in for a server, and who watches it in a folder given as its argument; waits to be ended.
import { spawn } from 'node:child_process';
import { watchServer } from './machine.mjs';

const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
await new Promise((resolve) => server.once('spawn', resolve));
watchServer(server, process.argv[2] ?? '');
console.log(server.pid);
process.stdin.once('data', () => server.kill('SIGINT'));
