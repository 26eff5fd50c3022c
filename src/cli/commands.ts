import type { Command } from './command.ts';
import { exportCommand } from './commands/export.ts';
import { importCatalogueCommand } from './commands/import-catalogue.ts';
import { importCommand } from './commands/import.ts';
import { importWordpressCommand } from './commands/import-wordpress.ts';
import { migrateCommand } from './commands/migrate.ts';
import { userCommand } from './commands/user.ts';

export const commands: readonly Command[] = [
  importCommand,
  importCatalogueCommand,
  exportCommand,
  importWordpressCommand,
  migrateCommand,
  userCommand,
];
