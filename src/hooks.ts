import type { Transport } from '@sveltejs/kit/hooks';

interface LoadPayload {
  type: 'data';
  uses: unknown;
}

function isLoadPayload(value: unknown): value is LoadPayload {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'data' && 'uses' in value
  );
}

/**
 * Every page is drawn on the server alone (`csr = false`, routes/+layout.ts), yet Kit writes out all that a page's load
 * returned, for a copy of the page in the browser that is never made: up to a third of the work on a page. Told of a
 * short form, it writes that instead. The first page that says `csr = true` needs its data there: then this must go.
 */
export const transport: Transport = {
  unsent: {
    encode: (value: unknown) => isLoadPayload(value) && 'unsent',
    decode: () => {
      throw new Error('pages are drawn on the server alone');
    },
  },
};
