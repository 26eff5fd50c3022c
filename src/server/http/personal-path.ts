/** Where the provider sends people back to who sign in there: its answer belongs to a cookie of the browser. */
export const providerCallback = '/sign-in/callback';

/** Where residents answer: the form shows what the same browser has answered before. */
const residentsForm = /^\/[a-z]{2}\/priorities\/[^/]+\/[^/]+\/view$/;

/** Whether a page is one asker's own even without a session. */
export function isPersonalPath(path: string): boolean {
  return path === providerCallback || residentsForm.test(path);
}
