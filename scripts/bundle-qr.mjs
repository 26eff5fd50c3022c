// node scripts/bundle-qr.mjs: writes static/vendor/qr-decode.js, which reads QR codes in browsers that cannot do it by themselves,
// from the package `qr`. One file, since the pages' scripts are served as they are.
import { writeFile } from 'node:fs/promises';
import { build } from 'vite';

/** The text of the file. */
export async function bundleQr() {
  const [made] = [
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: true,
        lib: { entry: 'node_modules/qr/decode.js', formats: ['es'] },
        rolldownOptions: { output: { comments: false } },
      },
    }),
  ].flat();
  if (!made || !('output' in made)) throw new Error('a build that is not watched has an output');
  const head = '// @ts-nocheck\n/* The package qr, (MIT OR Apache-2.0) Paul Miller (paulmillr.com). */\n';
  return head + made.output[0].code;
}

if (import.meta.main) await writeFile('static/vendor/qr-decode.js', await bundleQr());
