import type { PackageCheck } from '#server/datapackage/checks.ts';
import { codebookChecks } from './check-codebooks.ts';
import { derivationChecks } from './check-derivations.ts';
import { roundChecks } from './check-rounds.ts';
import { versionChecks } from './check-versions.ts';

/** What must hold between the rows of monitoring that an import brings. */
export const monitoringChecks: readonly PackageCheck[] = [
  ...versionChecks,
  ...roundChecks,
  ...codebookChecks,
  ...derivationChecks,
];
