import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '#server/config.ts';
import { informationLawSchema, type InformationLaw } from '../../requests/information-law.ts';

/** The law on the right to information that the installation is set to. @throws ConfigError that says what is wrong with the file */
export function readInformationLaw(path: string): InformationLaw {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`INFORMATION_LAW: ${path} cannot be read`);
  }
  try {
    return informationLawSchema.parse(JSON.parse(text));
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new ConfigError(`INFORMATION_LAW: ${path} is not a law on information: ${what}`);
  }
}
