import { join } from 'node:path';
import type { App } from '../app.ts';
import type { ErrorCode } from '../errors.ts';
import type { Exchange } from './exchange.ts';
import { describeFault } from './faults.ts';
import { takeTurn } from './rate-limit.ts';
import { Turns } from './turns.ts';

/** Who sends a form, as its session says: someone who works here, someone whose session has ended, or anybody. */
export type Sender = 'works' | 'ended' | 'nobody';

/** What is read of a form with a file: all of it, or what was typed alone; or why it is not read at all. */
export type Leave = 'whole' | 'words' | { refused: ErrorCode };

/** Where a file may be sent along without an account: residents' answers and disputes, and replies by their key. */
const openToAll =
  /^\/[a-z]{2}\/(priorities\/[^/]+\/[^/]+\/(view|dispute)|reply\/[\w-]{43}\.[\w-]{22}\/[a-z\d]+)$/;
const workspace = /^\/[a-z]{2}\/work\//;

// Behind one address there may be a village, or an office that hands in what a year's listening has brought.
const fromAnyone = { name: 'large-form', burst: 30, perSecond: 1 / 10 };
const fromWorkers = { name: 'large-form-work', burst: 120, perSecond: 1 };

/** Large forms whose files are in memory at once. */
const mostAtOnce = 3;

/** Decides about forms with files before they are read, and says where they wait until they are all there. */
export interface LargeForms {
  folder: string;
  turns: Turns;
  /** Whether files are taken at this address at all. */
  areTakenAt(path: string): boolean;
  mayCome(exchange: Pick<Exchange, 'req' | 'address'>, path: string): Promise<Leave>;
}

export function createLargeForms(
  app: App,
  senderOf: (cookie: string | undefined) => Promise<Sender>,
): LargeForms {
  async function decide({ req, address }: Pick<Exchange, 'req' | 'address'>, path: string): Promise<Leave> {
    const isOpen = openToAll.test(path);
    const sender = isOpen ? 'nobody' : await senderOf(req.headers.cookie);
    if (!isOpen && sender === 'nobody') return { refused: 'forbidden' };
    const { allowed } = await takeTurn(app, sender === 'works' ? fromWorkers : fromAnyone, address);
    if (!allowed) return { refused: 'too-many-requests' };
    // What was typed in a session that has ended is kept for when its person has signed in again; a file is not.
    return sender === 'ended' ? 'words' : 'whole';
  }

  return {
    folder: join(app.config.dataDir, 'forms'),
    turns: new Turns(mostAtOnce),
    areTakenAt: (path) => openToAll.test(path) || workspace.test(path),
    mayCome: (exchange, path) =>
      decide(exchange, path).catch((error: unknown): Leave => {
        const { code, unexpected } = describeFault({ kind: 'unknown', error });
        if (unexpected) throw error;
        return { refused: code };
      }),
  };
}
