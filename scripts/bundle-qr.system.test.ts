import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bundleQr } from './bundle-qr.mjs';

test('the reader of QR codes that pages load is that of the installed package', async () => {
  expect(await readFile('static/vendor/qr-decode.js', 'utf8')).toBe(await bundleQr());
});
