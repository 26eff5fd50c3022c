import { spanWords } from '#features/monitoring/words.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Finding } from './checklist.ts';

/** The years that a round looks at: '2027–2028'. */
export function spanOf({ starts, ends }: { starts: string; ends: string }): string {
  return spanWords(`${starts.slice(0, 4)}-${ends.slice(0, 4)}`);
}

/** What a finding of the checklist says. */
export function findingWords(finding: Finding, t: Translate): string {
  switch (finding.kind) {
    case 'not-read':
      return t(
        `publishing.finding.not-read.${finding.stage === 'settled' || finding.stage === 'reply' ? finding.stage : 'other'}`,
      );
    case 'reply-unread':
      return t('publishing.finding.reply-unread');
    case 'nothing-coded':
      return t('publishing.finding.nothing-coded');
    case 'code-open':
      return t('publishing.finding.code-open', { component: finding.component });
    case 'no-status':
      return t('publishing.finding.no-status');
    case 'rationale-missing':
      return t('publishing.finding.rationale-missing');
    case 'evidence-open':
      return t('publishing.finding.evidence-open', { count: finding.count });
  }
}
