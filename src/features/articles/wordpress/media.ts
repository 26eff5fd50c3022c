/** A picture that a post shows, as far as its export tells. */
export interface WantedPicture {
  /** Its places among the site's uploads, the one to be liked best first. */
  paths: string[];
  alt: string;
  caption: string;
}

const longestPath = 500;

/** The place of a file among a site's uploads ('2021/05/sheshi.jpg'); undefined where its address leads elsewhere. */
export function uploadPathOf(address: string): string | undefined {
  const plain = address.replace(/[?#].*$/s, '');
  const [, encoded] = /\/uploads\/(?:sites\/\d+\/)?(.+)$/i.exec(plain) ?? [];
  if (encoded === undefined) return undefined;
  let path = encoded;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    // A name with a percent sign of its own stays as it is.
  }
  const parts = path.split('/');
  const isStrange =
    path.includes('\\') || path.includes('\0') || parts.some((part) => /^\.{0,2}$/.test(part));
  return isStrange || path.length > longestPath ? undefined : path;
}

/** Where the picture may be that stands at an address: as it was sent before WordPress made it smaller, then as it is shown. */
export function pathsOf(address: string): string[] {
  const path = uploadPathOf(address);
  if (path === undefined) return [];
  const whole = path.replace(/-\d{1,5}x\d{1,5}(\.[a-z]+)$/i, '$1');
  const unscaled = whole.replace(/-scaled(\.[a-z]+)$/i, '$1');
  return [...new Set([unscaled, whole, path])];
}

/** Who took a picture, where its caption says so. */
export function creditIn(caption: string): string | undefined {
  const [, name] =
    /(?:©|\(c\)|\b(?:foto|fotografia|photo|photograph|credit)\b\s*(?:nga|by)?\s*[:/©])\s*([^.;()|]{2,})/i.exec(
      caption,
    ) ?? [];
  return name?.trim().slice(0, 200) || undefined;
}
