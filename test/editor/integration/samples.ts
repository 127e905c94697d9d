import { pathToFileURL } from 'node:url';

/** A lost update: the read is on line 5, the write on line 6 (from 1). */
export const RACY = `import { Redis } from 'ioredis';

const redis = new Redis();
export async function hit(page: string): Promise<void> {
  const hits = Number(await redis.get(page));
  await redis.set(page, hits + 1);
}
`;

export const READ_LINE = 4;
export const WRITE_LINE = 5;

/** The same made safe. */
export const SAFE = RACY.replace('  const hits = Number(await redis.get(page));\n', '').replace(
  'redis.set(page, hits + 1)',
  'redis.incr(page)',
);

/** A race only if the object is a store: nothing but its name says so. */
export const POSSIBLE = RACY.replace("import { Redis } from 'ioredis';\n\nconst redis = new Redis();\n", '')
  .replace('page: string', 'redis, page: string')
  .replaceAll('redis', 'kv');

/** An ESLint configuration that leaves a trace when it is run, and turns a rule off. */
export function configThatWrites(trace: string, plugin: string): string {
  return `import { writeFileSync } from 'node:fs';
import interleave from ${JSON.stringify(pathToFileURL(plugin).href)};
writeFileSync(${JSON.stringify(trace)}, 'ran');
export default [
  { files: ['**/*.ts'], plugins: { interleave }, rules: { 'interleave/no-get-then-set': 'off' } },
];
`;
}
