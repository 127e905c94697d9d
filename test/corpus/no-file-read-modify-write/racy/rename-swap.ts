import * as fs from 'node:fs/promises';

const STATE = '/var/lib/agent/state.json';

export async function remember(key: string, value: unknown) {
  const state = JSON.parse(await fs.readFile(STATE, 'utf8'));
  state[key] = value;
  const next = `${STATE}.next`;
  await fs.writeFile(next, JSON.stringify(state));
  await fs.rename(next, STATE); // RACE
}
