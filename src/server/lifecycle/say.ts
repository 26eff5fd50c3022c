const began = Date.now();

/** Tells the operator what is going on, with the seconds since start. */
export function say(text: string): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${text}\n`);
}
