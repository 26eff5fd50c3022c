/** An answer's body: whole, or too long to be held in memory and still to be streamed. */
export type Collected = { kind: 'whole'; body: Buffer } | { kind: 'long'; chunks: AsyncIterable<Uint8Array> };

/** Reads a body up to `limit` bytes; what is longer is given on as a stream that begins at its beginning. */
export async function collectBody(response: Response, limit: number): Promise<Collected> {
  if (response.body === null) return { kind: 'whole', body: Buffer.alloc(0) };
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { kind: 'whole', body: Buffer.concat(chunks) };
    chunks.push(value);
    length += value.length;
    if (length > limit) return { kind: 'long', chunks: continueFrom(chunks, reader) };
  }
}

async function* continueFrom(
  first: readonly Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // The client may have gone: whoever makes the rows shall stop.
    await reader.cancel().catch(() => undefined);
  }
}
