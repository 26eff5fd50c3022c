import type { Language } from '#i18n/languages.ts';
import { languageOfPath } from '#i18n/choose.ts';
import { longestKey } from '../cache/key.ts';
import { StoredAnswer } from '../cache/stored-answer.ts';
import { contentTypeOf, passedHeaders } from './answer-headers.ts';
import { collectBody, type Collected } from './collect.ts';
import type { Exchange } from './exchange.ts';
import type { Platform } from './platform.ts';
import { withSecurity } from './security-headers.ts';
import { anonymousRequest } from './site-request.ts';
import type { ProperTarget } from './target.ts';
import { Turns } from './turns.ts';

type PageTarget = Pick<ProperTarget, 'path' | 'key'>;

type RendererParts = Pick<Platform, 'site' | 'cache' | 'gate' | 'publicUrl' | 'security'>;

export type Rendering =
  | { kind: 'stored'; answer: StoredAnswer }
  /** Not for anyone else: an error, a redirect, a long or personal answer. */
  | { kind: 'single'; response: Response; collected: Collected };

/**
 * Pages drawn at once. More would only make each of them wait for the others, and for a connection to the database, while
 * those who asked for them leave.
 */
const mostAtOnce = 10;

/** A page is drawn again where the record changed while it was drawn; under constant change, at most so often. */
const mostDrawings = 3;

/** Renders public pages into the cache; those who ask for the same page of the same version meanwhile wait for it. */
export class Renderer {
  readonly #parts: RendererParts;
  readonly #turns = new Turns(mostAtOnce);
  readonly #underway = new Map<string, Promise<Rendering>>();

  constructor(parts: RendererParts) {
    this.#parts = parts;
  }

  async render(
    target: PageTarget,
    version: string,
    exchange: Exchange,
    language: Language,
  ): Promise<Rendering> {
    const flight = `${version} ${target.key}`;
    const underway = this.#underway.get(flight);
    if (underway) {
      const shared = await underway.catch(() => undefined);
      if (shared?.kind === 'stored') return shared;
      return this.#render(target, version, exchange, language);
    }
    const rendering = this.#render(target, version, exchange, language);
    this.#underway.set(flight, rendering);
    try {
      return await rendering;
    } finally {
      this.#underway.delete(flight);
    }
  }

  #render(target: PageTarget, version: string, exchange: Exchange, language: Language): Promise<Rendering> {
    return this.#turns.during(() => {
      // Nobody draws for who has left meanwhile; the front server passes over what becomes of their answers.
      if (exchange.res.destroyed) throw new Error('the client has left');
      return this.#draw(target, version, exchange, language);
    });
  }

  /**
   * A page is read by several questions: one that was drawn while the record changed might show a part of each version. So it is
   * drawn again, of the version that holds by then.
   */
  async #draw(
    target: PageTarget,
    version: string,
    exchange: Exchange,
    language: Language,
  ): Promise<Rendering> {
    let of = version;
    for (let drawing = 1; ; drawing += 1) {
      const rendering = await this.#drawOnce(target, of, exchange, language);
      const now = rendering.kind === 'stored' ? await this.#parts.gate.current() : of;
      if (now === undefined || now === of || drawing === mostDrawings) return rendering;
      of = now;
    }
  }

  async #drawOnce(
    target: PageTarget,
    version: string,
    exchange: Exchange,
    language: Language,
  ): Promise<Rendering> {
    const { site, cache, publicUrl, security } = this.#parts;
    const request = anonymousRequest(publicUrl + target.key, version, exchange, language);
    const response = await site.respond(request, exchange.address);
    const collected = await collectBody(response, cache.largestAnswer);
    const contentType = contentTypeOf(response);
    if (
      collected.kind === 'long' ||
      contentType === undefined ||
      !mayBeShared(target, response, contentType)
    ) {
      return { kind: 'single', response, collected };
    }
    const headers = withSecurity(passedHeaders(response), security);
    const answer = new StoredAnswer(
      target.key,
      version,
      { body: collected.body, contentType },
      headers,
      Date.now(),
    );
    cache.store(answer);
    return { kind: 'stored', answer };
  }
}

/** Whether the answer is the same for everyone. A page without a language in its address is in somebody's language. */
function mayBeShared(target: PageTarget, response: Response, contentType: string): boolean {
  const { headers } = response;
  return (
    response.status === 200 &&
    target.key.length <= longestKey &&
    !headers.has('set-cookie') &&
    !headers.has('content-encoding') &&
    !/no-store|private/i.test(headers.get('cache-control') ?? '') &&
    /^(accept-encoding)?$/i.test(headers.get('vary') ?? '') &&
    (languageOfPath(target.path) !== undefined || !contentType.startsWith('text/html'))
  );
}
