import { Turns } from '#server/http/turns.ts';

/**
 * Who registers or cancels waits for the row of the mode, one after the other. In a rush so many of a process wait there, each
 * with a connection to the database; the others wait here, and leave the connections to those who only read.
 */
const turns = new Turns(3);

export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return turns.during(work);
}
