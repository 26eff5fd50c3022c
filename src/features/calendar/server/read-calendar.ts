import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '#server/config.ts';
import { calendarSchema, type Calendar } from '../calendar.ts';

/** The calendar of working days that the installation is set to. @throws ConfigError that says what is wrong with the file */
export function readCalendar(path: string): Calendar {
  const text = readText(path);
  try {
    return calendarSchema.parse(JSON.parse(text));
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new ConfigError(`CALENDAR: ${path} is not a calendar of working days: ${what}`);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`CALENDAR: ${path} cannot be read`);
  }
}
