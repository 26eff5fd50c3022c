import type { Translate } from '#i18n/translate.ts';
import type { Progress } from '#server/datapackage/progress.ts';
import type { Output } from './command.ts';

const wholeLine = '\r\u001B[2K';

/** Shows how far an import is: on a terminal one line that renews itself, elsewhere a line for each table written. */
export function showProgress(out: Output, t: Translate): (progress: Progress) => void {
  return ({ stage, resource, done, total }) => {
    if (total === 0) return;
    const text = t(`cli.progress.${stage}`, { resource, done, total });
    if (out.isTTY) out.write(`${wholeLine}${done < total ? text : ''}`);
    else if (stage === 'write' && done === total) out.write(`${text}\n`);
  };
}
