import { languageOfPath } from '#i18n/choose.ts';
import type { Language } from '#i18n/languages.ts';
import { prepareHead, type PreparedHead } from '../http/prepared-head.ts';
import type { Header } from '../http/security-headers.ts';
import { routeClass } from '../metrics/route-class.ts';
import { compress, isCompressible, type Encoding } from './encoding.ts';
import { etagOf } from './etag.ts';

/** What a rendering gave, before it is prepared for sending. */
export interface RenderedAnswer {
  body: Buffer;
  contentType: string;
}

/** One encoding of an answer, ready to send: nothing is computed for it per request. */
export interface Variant {
  body: Buffer;
  /** Content-Length. */
  length: string;
  etag: string;
  head: PreparedHead;
  /** Head of a 304. */
  unchangedHead: PreparedHead;
}

// Rough cost of a variant beside its bytes: strings, map entries.
const overheadBytes = 2048;

/** A rendered public answer with its encodings, each prepared once, when first asked for. */
export class StoredAnswer {
  readonly key: string;
  /** Version of the record that it shows. */
  readonly version: string;
  /** The language to remember for who reads it: of pages, not of data. */
  readonly pageLanguage: Language | undefined;
  readonly route: string;
  readonly storedAt: number;
  readonly #rendered: RenderedAnswer;
  readonly #furtherHeaders: readonly Header[];
  readonly #variants = new Map<Encoding, Variant>();
  readonly #preparing = new Map<Encoding, Promise<Variant>>();
  #bytes: number;
  /** Told by how much the answer grew when an encoding was prepared. */
  onGrow: ((bytes: number) => void) | undefined;

  constructor(
    key: string,
    version: string,
    rendered: RenderedAnswer,
    furtherHeaders: readonly Header[],
    storedAt: number,
  ) {
    this.key = key;
    this.version = version;
    this.pageLanguage = rendered.contentType.startsWith('text/html') ? languageOfPath(key) : undefined;
    this.route = routeClass(key, 200);
    this.storedAt = storedAt;
    this.#rendered = rendered;
    this.#furtherHeaders = furtherHeaders;
    this.#bytes = overheadBytes + rendered.body.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The encoding if it is ready: the way of all requests but the first. */
  ready(encoding: Encoding): Variant | undefined {
    return this.#variants.get(encoding);
  }

  /** The encoding, prepared on first use; those who ask meanwhile wait for the same work. */
  prepare(encoding: Encoding): Promise<Variant> {
    const ready = this.#variants.get(encoding);
    if (ready) return Promise.resolve(ready);
    let preparing = this.#preparing.get(encoding);
    if (!preparing) {
      preparing = this.#prepare(encoding).finally(() => this.#preparing.delete(encoding));
      this.#preparing.set(encoding, preparing);
    }
    return preparing;
  }

  async #prepare(encoding: Encoding): Promise<Variant> {
    const { body, contentType } = this.#rendered;
    const compressible = isCompressible(contentType);
    const encoded = compressible ? await compress(body, encoding) : body;
    const etag = etagOf(encoded);
    const common: Header[] = [
      ['etag', etag],
      ['cache-control', 'public, max-age=0, must-revalidate'],
      ...this.#furtherHeaders,
    ];
    if (compressible) common.push(['vary', 'accept-encoding']);
    const content: Header[] = [['content-type', contentType]];
    if (compressible && encoding !== 'identity') content.push(['content-encoding', encoding]);
    const variant: Variant = {
      body: encoded,
      length: String(encoded.length),
      etag,
      head: prepareHead([...content, ...common]),
      unchangedHead: prepareHead(common),
    };
    this.#variants.set(encoding, variant);
    const grown = overheadBytes + (encoded === body ? 0 : encoded.length);
    this.#bytes += grown;
    this.onGrow?.(grown);
    return variant;
  }
}
