import { judge } from './judge.js';

export const match = {
  round: 1,
  score: { red: 0, blue: 0 },
};

export async function recordThrow(team: 'red' | 'blue', frame: Uint8Array) {
  const before = match.score[team];
  const points = await judge(frame);
  if (points === 0) return before;
  match.score[team] = before + points; // RACE
  return match.score[team];
}
