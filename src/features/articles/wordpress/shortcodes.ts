/** What brackets in a text do in WordPress, and what is left of it here. */
export interface Unbracketed {
  html: string;
  /** The names of those whose work is lost. */
  names: string[];
  /** Numbers of the pictures that galleries show. */
  galleryIds: string[];
}

/** Those that only lay out what stands inside of them: nothing is lost with them. */
const layout =
  /^(vc_|et_pb_|fusion_|av_|fl_|su_(row|column)|row$|column|one_|two_|section|divider|spacer|tabs?$|accordion|toggle)/;
const shortcode = /\[(\/?)([a-z][a-z0-9_-]*)((?:\s+[^\]]*?|\s*=[^\]]*?)?)(\/?)\]/gi;
/** As people put words in brackets: '[sic]', '[1]', '[shënim i redaksisë]'. */
const known = new Set([
  'caption',
  'wp_caption',
  'gallery',
  'embed',
  'audio',
  'video',
  'playlist',
  'contact-form-7',
]);

function isShortcode(name: string, attributes: string, text: string, isClosing: boolean): boolean {
  if (known.has(name) || layout.test(name) || name.includes('_')) return true;
  if (/\w+\s*=\s*["'“”&\w]/.test(attributes)) return true;
  return isClosing || text.toLowerCase().includes(`[/${name}]`);
}

/** Takes WordPress's shortcodes out of a text: what stands inside of one stays, the address of an embed becomes a link. */
export function withoutShortcodes(text: string): Unbracketed {
  const names = new Set<string>();
  const galleryIds: string[] = [];
  // [[gallery]] is how one writes about a shortcode.
  const html = text
    .replaceAll(/\[\[([^\][]+)\]\]/g, '&#91;$1&#93;')
    .replaceAll(shortcode, (whole, slash: string, rawName: string, attributes: string) => {
      const name = rawName.toLowerCase();
      if (!isShortcode(name, attributes, text, slash !== '')) return whole;
      if (layout.test(name)) return '\n\n';
      if (name === 'caption' || name === 'wp_caption') return slash === '' ? '<p>' : '</p>';
      if (name === 'embed') return '';
      if (slash === '') names.add(name);
      const ids = /\bids\s*=\s*["'“”]?([\d,\s]+)/.exec(attributes)?.[1];
      if (ids !== undefined)
        galleryIds.push(
          ...ids
            .split(',')
            .map((id) => id.trim())
            .filter((id) => id !== ''),
        );
      return '';
    });
  return { html, names: [...names], galleryIds };
}
