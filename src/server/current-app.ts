import type { App } from './app.ts';

// The web pages are a bundle of their own: the app that main.ts built reaches them through the process, because the
// bundle's copy of a module is not the one that Node loaded.
declare global {
  // oxlint-disable-next-line no-var -- only `var` declares a member of globalThis
  var popApp: App | undefined;
}

export function provideApp(app: App): void {
  globalThis.popApp = app;
}

/** The app of this process. @throws before main.ts has provided one. */
export function currentApp(): App {
  const app = globalThis.popApp;
  if (!app) throw new Error('The app is not there yet: main.ts provides it before it serves.');
  return app;
}
