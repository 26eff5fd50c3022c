import { expect, test } from 'vitest';
import { splitLead } from './lead.ts';

test('the words before a colon are the name of what follows', () => {
  expect(splitLead('Reply: within 15 days; silence: shown.')).toEqual({
    lead: 'Reply:',
    rest: ' within 15 days; silence: shown.',
  });
});

test('a sentence that comes to its colon late has no name', () => {
  const text = 'Where the network published a figure of its own: it stands, with ours beside it.';
  expect(splitLead(text)).toEqual({ lead: '', rest: text });
  expect(splitLead('No colon at 10:30.')).toEqual({ lead: '', rest: 'No colon at 10:30.' });
});
