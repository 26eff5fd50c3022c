import type { MessageKey, MessageValues } from '#i18n/translate.ts';

/** One thing that waits for someone. */
export interface Task {
  key: MessageKey;
  values?: MessageValues;
  /** Where it is done, without the language: `/work/listening/…`. */
  href: string;
  /** Municipality that it is in, where it is in one. */
  municipality?: { key: string; name: string };
  /** Until when (a day); null where there is no date. */
  due: string | null;
}

/** Most urgent first: by day, what has none last; then as given. */
export function sortTasks(tasks: readonly Task[]): Task[] {
  return tasks.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

export function isLate({ due }: Task, today: string): boolean {
  return due !== null && due < today;
}
