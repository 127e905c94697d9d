/** Modules that race, and what is expected of them. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';

/** One race: the write is on line 5 (from 0), the read on line 4. */
export const RACY = `import { Redis } from 'ioredis';

const redis = new Redis();
export async function hit(page: string): Promise<void> {
  const hits = Number(await redis.get(page));
  await redis.set(page, hits + 1);
}
`;

/** The same made safe. */
export const SAFE = RACY.replace('  const hits = Number(await redis.get(page));\n', '').replace(
  'redis.set(page, hits + 1)',
  'redis.incr(page)',
);

export const RACE_LINE = 5;
export const READ_LINE = 4;

/** The diagnostics that report a race, without the hints at its steps. */
export function racesIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
}

export function hintsIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Hint);
}

export function linesOf(diagnostics: readonly Diagnostic[]): number[] {
  return racesIn(diagnostics).map(({ range }) => range.start.line);
}
