/** Hand-made witnesses for the tests of what is drawn and written from them. */
import type { Witness, WitnessStep } from 'eslint-plugin-interleave';

export const source = `async function hit() {
  const hits = Number(await redis.get('hits'));
  if (hits > 9) return;

  await redis.set('hits', String(hits + 1));
}
`;

export const readRange = rangeOf("redis.get('hits')");
export const writeRange = rangeOf("redis.set('hits', String(hits + 1))");

/** Two executions read 5 and write 6, so that one update is lost. */
export const lostUpdate: Witness = [
  step('A', 'read', 'reads `hits`', '5'),
  step('A', 'suspend', 'waits at `await`'),
  step('B', 'read', 'reads `hits`', '5'),
  step('B', 'write', 'writes `hits`', '6'),
  { ...step('A', 'write', 'writes `hits`', '6'), loses: true },
];

export function step(
  execution: WitnessStep['execution'],
  action: WitnessStep['action'],
  text: string,
  value?: string,
): WitnessStep {
  const range = action === 'write' ? writeRange : readRange;
  return { execution, action, range, text, ...(value !== undefined && { value }) };
}

/** The line, from 1, of an offset in the source. */
export function lineOf(offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function rangeOf(code: string) {
  const start = source.indexOf(code);
  return { start, end: start + code.length };
}
