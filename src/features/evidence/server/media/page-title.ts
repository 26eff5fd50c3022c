import { sanitised } from '#forms/sanitised.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The title that a page gives itself; '' where it gives none. */
export function titleOf(bytes: Uint8Array, charset: string): string {
  const head = decode(bytes.subarray(0, 200_000), charset);
  const [, title = ''] = /<title[^>]*>([^<]{0,2000})/i.exec(head) ?? [];
  const words = title.replaceAll(/&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return sanitised(words).replaceAll(/\s+/g, ' ').slice(0, 300);
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
