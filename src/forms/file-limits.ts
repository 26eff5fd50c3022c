/** The largest file of each kind that is taken, in bytes: said beside the field, looked at before sending, and asked by the server. */
export const mostBytes = { photo: 12_000_000, scan: 15_000_000, spreadsheet: 2_000_000 } as const;

/** Of several files that one form sends at once, in bytes: with a spreadsheet beside them they still arrive. */
export const mostTogether = 14_000_000;

const megabyte = 1_000_000;

/** As people read it: whole megabytes, never more than is taken. */
export function megabytesOf(bytes: number): number {
  return Math.floor(bytes / megabyte);
}
