import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../lifecycle/operator-error.ts';

const pem = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * The certificates of a folder (SIGNATURE_ROOTS): every one of its .pem, .crt and .cer files, in PEM.
 * @returns none where there is no folder
 * @throws OperatorError naming the file or folder that cannot be read: a root that is silently left out would make good signatures look bad
 */
export async function readRoots(folder: string | undefined): Promise<X509Certificate[]> {
  if (folder === undefined) return [];
  const roots: X509Certificate[] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8').catch((cause: unknown) =>
      refuse(`${path} cannot be read`, cause),
    );
    const found = text.match(pem) ?? [];
    if (found.length === 0) refuse(`${path} holds no certificate in PEM`);
    try {
      roots.push(...found.map((one) => new X509Certificate(one)));
    } catch (cause) {
      refuse(`${path} holds a certificate that cannot be read`, cause);
    }
  }
  return roots;
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) =>
    refuse(`the folder ${folder} cannot be read`, cause),
  );
  return names.filter((name) => /\.(pem|crt|cer)$/i.test(name)).toSorted();
}

function refuse(what: string, cause?: unknown): never {
  throw new OperatorError(`SIGNATURE_ROOTS: ${what}. Put it right, or leave SIGNATURE_ROOTS out.`, { cause });
}
