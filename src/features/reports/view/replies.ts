import { codeName } from '#features/monitoring/code-name.ts';
import { pickText } from '#i18n/languages.ts';
import type { Report } from '../server/build.ts';
import { headingOf } from './voices.ts';
import { said, type Words } from './words.ts';

type Reply = Report['replies'][number];

/** What was replied, with the same weight as the statuses; a silence is a dated sentence. */
export function repliesOf(report: Report, words: Words) {
  const { t, formats, language } = words;
  return report.replies.map((reply) => ({
    key: reply.key,
    heading: headingOf(report, reply.municipality, reply.number, words),
    answer: said(reply.answer, words),
    by: [
      reply.personName,
      pickText(reply.capacity, language),
      reply.repliedOn && formats.date(reply.repliedOn),
    ]
      .filter(Boolean)
      .join(', '),
    silence: reply.answer
      ? null
      : t('reply.silence', {
          requested: formats.date(reply.requestedOn),
          due: formats.date(reply.dueOn),
        }),
    actions: actionsOf(reply, words),
    documents: documentsOf(reply, words),
    changes: changedCodesOf(reply, words),
  }));
}

export type ReplyView = ReturnType<typeof repliesOf>[number];

/** What stands before a line that is about one priority; nothing where the reply itself is. */
function about(reply: Reply, number: string | null, { t }: Words): string {
  return number === null || reply.number !== null ? '' : `${t('reports.reply-to', { number })}: `;
}

function actionsOf(reply: Reply, words: Words) {
  const { t, formats, language } = words;
  return reply.actions.map(({ number, statement, dueOn }) => ({
    about: about(reply, number, words),
    statement: said(statement, words) ?? { text: '', language },
    due: t('reply.action-by', { date: formats.date(dueOn) }),
  }));
}

/** size: in words; null where this installation has no copy that everyone may have, and then no path either. */
function documentsOf(reply: Reply, { t }: Words) {
  return reply.documents.map(({ title, sha256, copySha256, size }) => ({
    title,
    path: copySha256 && size !== null ? `/files/${copySha256}` : null,
    sha256: copySha256 ?? sha256,
    size:
      size === null
        ? t('reports.document.sealed')
        : t('reports.document.size', { kilobytes: Math.ceil(size / 1000) }),
  }));
}

function changedCodesOf(reply: Reply, words: Words) {
  const { t } = words;
  return reply.changes.map(({ number, position, before, after, reason }) => ({
    what:
      about(reply, number, words) +
      t('reply.change', { position, before: codeName(t, before), after: codeName(t, after) }),
    reason: said(reason, words),
  }));
}
