import type { App } from './app.ts';

// The web pages are a bundle of their own: the app that main.ts built reaches them through the process, because the
// bundle's copy of a module is not the one that Node loaded.
const slot = Symbol.for('pop.app');

interface Slot {
  [slot]?: App;
}

function processSlot(): Slot {
  return globalThis;
}

export function provideApp(app: App): void {
  processSlot()[slot] = app;
}

/** The app of this process. @throws before main.ts has provided one. */
export function currentApp(): App {
  const app = processSlot()[slot];
  if (!app) throw new Error('The app is not there yet: main.ts provides it before it serves.');
  return app;
}
