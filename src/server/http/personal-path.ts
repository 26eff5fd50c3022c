/** Where the provider sends people back to who sign in there: its answer belongs to a cookie of the browser. */
export const providerCallback = '/sign-in/callback';

/** Where residents answer: the form shows what the same browser has answered before. */
const residentsForm = /^\/[a-z]{2}\/priorities\/[^/]+\/[^/]+\/view$/;

/** A page whose address holds a key that was sent by mail: who has it needs no account. */
const keyed = /^(\/[a-z]{2}\/(?:registrations|reply|speaker)\/)([^/]+)/;

/** Whether a page is one asker's own even without a session. */
export function isPersonalPath(path: string): boolean {
  return path === providerCallback || residentsForm.test(path) || keyed.test(path);
}

/** A path as it may stand in a log: without the key that it holds. */
export function pathForLog(path: string): string {
  return path.replace(keyed, '$1…');
}
