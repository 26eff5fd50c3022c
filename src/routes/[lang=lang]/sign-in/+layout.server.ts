import type { LayoutServerLoad } from './$types.js';

/** Pages about one person's way in: never kept, neither here nor on the way. */
export const load: LayoutServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
};
