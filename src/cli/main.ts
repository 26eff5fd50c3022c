import { runPop } from './run.ts';

process.exitCode = await runPop(process.argv.slice(2), {
  env: process.env,
  out: process.stdout,
  err: process.stderr,
  in: process.stdin,
});
