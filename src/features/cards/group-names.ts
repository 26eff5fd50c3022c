import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Issue } from './card-form.ts';
import type { IssueResult, Whose } from './results.ts';
import type { ScoreRow } from './score-rows.ts';

interface Named {
  issues: readonly Issue[];
  units: readonly { id: string; name: string }[];
  sessions: readonly { id: string; heldOn: string; unit: string | null; place: string }[];
}

/** What a group is called. */
function nameOf(whose: Whose, { units, sessions }: Named, t: Translate, formats: Formats): string {
  switch (whose.kind) {
    case 'all':
      return t('cards.group.all');
    case 'sex':
      return t(`cards.sex.${whose.sex}`);
    case 'unit':
      return units.find(({ id }) => id === whose.id)?.name ?? '';
    case 'session': {
      const session = sessions.find(({ id }) => id === whose.id);
      return session
        ? [formats.date(session.heldOn), session.unit, session.place].filter(Boolean).join(', ')
        : '';
    }
  }
}

/** The results of one kind of group that may be shown, as lines. */
export function rowsOf(
  results: readonly IssueResult[],
  kind: Whose['kind'],
  named: Named,
  t: Translate,
  formats: Formats,
): ScoreRow[] {
  return results.flatMap(({ position, whose, summary }) => {
    const issue = named.issues.find((one) => one.position === position);
    if (!summary || !issue || whose.kind !== kind) return [];
    const { statement, fieldId, fieldName } = issue;
    const group = nameOf(whose, named, t, formats);
    return [{ ...summary, position, issue: statement, fieldId, fieldName, group }];
  });
}
