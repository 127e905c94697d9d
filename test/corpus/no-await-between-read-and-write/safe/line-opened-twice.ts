import { dial, numberOf, type Line } from './telephone.js';

const lines = new Map<string, Line>();

export async function lineTo(name: string): Promise<Line> {
  const known = lines.get(name);
  if (known) return known;
  const line = await dial(await numberOf(name));
  const other = lines.get(name);
  if (other) {
    line.hangUp();
    return other;
  }
  lines.set(name, line);
  return line;
}
