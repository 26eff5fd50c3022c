/**
 * Does something for every path, with several workers at a time: a page waits for the server while another is looked at.
 * @param workers what each works with: its own page, or nothing but its number
 */
export async function sweep<Worker>(
  workers: readonly Worker[],
  paths: readonly string[],
  visit: (worker: Worker, path: string) => Promise<void>,
): Promise<void> {
  const left = [...paths];
  await Promise.all(
    workers.map(async (worker) => {
      for (let path = left.shift(); path !== undefined; path = left.shift()) await visit(worker, path);
    }),
  );
}
