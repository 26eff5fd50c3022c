import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { emptyItem, longestText, type SiteItem } from '../../wordpress/item.ts';

export type SiteFaultCode =
  'doctype' | 'not-well-formed' | 'truncated' | 'not-an-export' | 'too-large' | 'not-json';

/** Why a file is not read at all. */
export class SiteFault extends Error {
  readonly code: SiteFaultCode;
  readonly at: string;

  constructor(code: SiteFaultCode, at = '') {
    super(code);
    this.code = code;
    this.at = at;
  }
}

export interface SiteHead {
  /** Address of the site. */
  url: string;
  /** Names of authors by how they sign in there. */
  authors: Map<string, string>;
}

/** Elements whose text is read, and where it goes. */
const fields: Readonly<Record<string, keyof SiteItem>> = {
  title: 'title',
  link: 'link',
  'dc:creator': 'author',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
  'wp:post_id': 'sourceId',
  'wp:post_date': 'date',
  'wp:post_date_gmt': 'dateGmt',
  'wp:post_name': 'slug',
  'wp:status': 'status',
  'wp:post_type': 'kind',
  'wp:attachment_url': 'fileUrl',
};

// oxlint-disable-next-line no-control-regex -- XML has no place for them, and exports hold them
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Reads a WordPress export (WXR) piece by piece: of it, no more than one item is in memory. */
export class WxrReader {
  readonly head: SiteHead = { url: '', authors: new Map() };
  readonly #parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  readonly #decoder = new TextDecoder('utf-8');
  readonly #path: string[] = [];
  #ready: SiteItem[] = [];
  #item: SiteItem | undefined;
  #text = '';
  #login = '';
  #metaKey = '';
  #category: { domain: string; nicename: string } | undefined;
  #isExport = false;
  #fault: SiteFault | undefined;

  constructor() {
    this.#parser.on('doctype', () => this.#refuse('doctype'));
    // HTML's names of letters stand in titles; what they mean is found out later.
    this.#parser.on('error', ({ message }) => {
      if (!/undefined entity/i.test(message)) this.#refuse('not-well-formed');
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', ({ name }) => this.#close(name));
    this.#parser.on('text', (text) => this.#add(text));
    this.#parser.on('cdata', (text) => this.#add(text));
  }

  /** @throws SiteFault @returns the items that are whole by now */
  write(chunk: Uint8Array): SiteItem[] {
    return this.#feed(this.#decoder.decode(chunk, { stream: true }));
  }

  /** @throws SiteFault where the file breaks off, or is no export */
  end(): SiteItem[] {
    const last = this.#feed(this.#decoder.decode());
    if (this.#path.length > 0) throw new SiteFault('truncated');
    if (!this.#isExport) throw new SiteFault('not-an-export');
    return last;
  }

  #feed(text: string): SiteItem[] {
    this.#parser.write(text.replaceAll(controls, ''));
    if (this.#fault) throw this.#fault;
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #refuse(code: SiteFaultCode): void {
    this.#fault ??= new SiteFault(code, String(this.#parser.line));
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    this.#path.push(name);
    this.#text = '';
    if (name === 'channel') this.#isExport = true;
    if (name === 'item') this.#item = { ...emptyItem, categories: [] };
    if (name === 'category')
      this.#category = { domain: attributes['domain'] ?? '', nicename: attributes['nicename'] ?? '' };
  }

  #add(text: string): void {
    if (this.#text.length + text.length <= longestText) this.#text += text;
    else if (this.#item) this.#item.isTooLong = true;
  }

  #close(name: string): void {
    this.#path.pop();
    const text = this.#text;
    this.#text = '';
    if (this.#item) this.#closeInItem(this.#item, name, text);
    else this.#closeInHead(name, text.trim());
  }

  #closeInHead(name: string, text: string): void {
    if (name === 'wp:base_blog_url' || (name === 'link' && this.head.url === '')) this.head.url = text;
    if (name === 'wp:author_login') this.#login = text;
    if (name === 'wp:author_display_name' && this.#login !== '') this.head.authors.set(this.#login, text);
  }

  #closeInItem(item: SiteItem, name: string, text: string): void {
    const field = fields[name];
    if (name === 'item') {
      this.#ready.push(item);
      this.#item = undefined;
    } else if (field !== undefined) {
      const isText = field === 'content' || field === 'excerpt' || field === 'title';
      Object.assign(item, { [field]: isText ? text : text.trim() });
    } else if (name === 'wp:post_password') item.hasPassword = text.trim() !== '';
    else if (name === 'category') this.#closeCategory(item, text.trim());
    else if (name === 'wp:meta_key') this.#metaKey = text.trim();
    else if (name === 'wp:meta_value') noteMeta(item, this.#metaKey, text.trim());
  }

  #closeCategory(item: SiteItem, name: string): void {
    const { domain = '', nicename = '' } = this.#category ?? {};
    if (domain === 'language') item.language = nicename;
    else if (domain === 'post_translations') item.translations = nicename;
    else if (domain === 'category') item.categories.push(nicename || name);
  }
}

/** What plugins for several languages, and WordPress about pictures, write beside an item. */
function noteMeta(item: SiteItem, key: string, value: string): void {
  if (key === '_wpml_import_language_code' || key === '_icl_lang' || key === 'wpml_language')
    item.language = value;
  if (key === '_wpml_import_translation_group' || key === '_icl_trid') item.translations = `wpml-${value}`;
  if (key === '_thumbnail_id') item.featured = value;
  if (key === '_wp_attachment_image_alt') item.alt = value;
}
