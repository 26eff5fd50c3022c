import { mostBytes } from './file-limits.ts';

const pictures = ['image/jpeg', 'image/png', 'image/webp'] as const;
const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** What a file may be, for what it is sent: media types as found in its bytes, and bytes that it has at most. */
export const uploadKinds = {
  photo: { accept: pictures, mostBytes: mostBytes.photo },
  document: {
    accept: [
      'application/pdf',
      ...pictures,
      `${office}.wordprocessingml.document`,
      `${office}.spreadsheetml.sheet`,
      `${openDocument}.text`,
      `${openDocument}.spreadsheet`,
    ],
    mostBytes: mostBytes.scan,
  },
  publication: { accept: ['application/pdf'], mostBytes: mostBytes.scan },
} as const;

export type UploadKind = keyof typeof uploadKinds;

export function isUploadKind(kind: string): kind is UploadKind {
  return Object.hasOwn(uploadKinds, kind);
}

/** Bytes of one piece: small enough to arrive on a bad line, and to stand in a form without a file. */
export const pieceBytes = 256 * 1024;

/** The field in which a form names a file that has been sent ahead: `<id>/<name>`. */
export function uploadField(field: string): string {
  return `${field}Upload`;
}

export interface SentAhead {
  id: string;
  name: string;
}

const sentAhead = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(.{1,200})$/u;

/** @param value of the field, as a form has it */
export function readSentAhead(value: unknown): SentAhead | undefined {
  const [, id, name] = (typeof value === 'string' ? sentAhead.exec(value) : undefined) ?? [];
  return id === undefined || name === undefined ? undefined : { id, name };
}

export function writeSentAhead({ id, name }: SentAhead): string {
  return `${id}/${name}`;
}
