import { dial, numberOf, type Line } from './telephone.js';

const lines = new Map<string, Line>();

export async function lineTo(name: string): Promise<Line> {
  const known = lines.get(name);
  if (known) return known;
  const number = await numberOf(name);
  const other = lines.get(name);
  if (other) return other;
  const line = await dial(number);
  lines.set(name, line); // RACE
  return line;
}
