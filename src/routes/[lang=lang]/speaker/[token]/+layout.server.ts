import type { LayoutServerLoad } from './$types.js';

// The address opens somebody's entry: it is kept by nobody on the way, told to no other site and found by no search.
export const load: LayoutServerLoad = ({ setHeaders }) => {
  setHeaders({
    'cache-control': 'private, no-store',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
  });
};
