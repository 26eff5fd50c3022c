import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const pem = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * The certificates of a folder (SIGNATURE_ROOTS): every one of its .pem, .crt and .cer files, in PEM.
 * @returns none where there is no folder
 * @throws naming the file that cannot be read: a root that is silently left out would make good signatures look bad
 */
export async function readRoots(folder: string | undefined): Promise<X509Certificate[]> {
  if (folder === undefined) return [];
  const roots: X509Certificate[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    if (!/\.(pem|crt|cer)$/i.test(name)) continue;
    const found = (await readFile(join(folder, name), 'utf8')).match(pem) ?? [];
    if (found.length === 0) throw new Error(`SIGNATURE_ROOTS: ${name} holds no certificate in PEM`);
    try {
      roots.push(...found.map((one) => new X509Certificate(one)));
    } catch (cause) {
      throw new Error(`SIGNATURE_ROOTS: ${name} holds a certificate that cannot be read`, { cause });
    }
  }
  return roots;
}
