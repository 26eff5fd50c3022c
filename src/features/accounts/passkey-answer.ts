import { z } from 'zod';

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/);
const common = { id: bytes, rawId: bytes, type: z.literal('public-key') };

/** What a browser says after making a passkey (RegistrationResponseJSON), as far as we read it. */
const made = z.object({ ...common, response: z.object({ clientDataJSON: bytes, attestationObject: bytes }) });

/** What it says after using one (AuthenticationResponseJSON). */
const used = z.object({
  ...common,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
});

/** Reads a browser's answer about a passkey; undefined where it is none. */
export function readAnswer(text: string) {
  const data = parse(text);
  const asMade = made.safeParse(data);
  if (asMade.success)
    return { kind: 'made', response: { ...asMade.data, clientExtensionResults: {} } } as const;
  const asUsed = used.safeParse(data);
  return asUsed.success
    ? ({ kind: 'used', response: { ...asUsed.data, clientExtensionResults: {} } } as const)
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
