import type { Progress } from '#server/datapackage/apply.ts';

/** Shows how far an import is: one line that renews itself on a terminal, a line per file elsewhere. */
export function showProgress(out: NodeJS.WriteStream): (progress: Progress) => void {
  return ({ resource, done, total }) => {
    const text = `${resource}: ${done}/${total}`;
    if (!out.isTTY) {
      if (done === total) out.write(`${text}\n`);
      return;
    }
    out.write(`\r\u001B[2K${text}`);
    if (done === total) out.write('\n');
  };
}
