/** Runs the built command as a user does: by Node, in a project of its own in a temp folder. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const command = fileURLToPath(new URL('../../eslint-plugin/dist/cli.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs `interleave` to its end. */
export async function interleave(
  args: readonly string[],
  { cwd, stdin = '', env }: RunOptions,
): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], { cwd, env: { ...plainEnvironment(), ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, stdout, stderr };
}

/** The environment without what decides on colours or paths, or makes us talkative. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const without = {
    FORCE_COLOR: undefined,
    NO_COLOR: undefined,
    DEBUG: undefined,
    GITHUB_WORKSPACE: undefined,
  };
  return { ...process.env, ...without };
}

/** A folder with these files, gone after the test; its real path. */
export async function makeProject(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'interleave-cli-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A counter that loses updates: read on line 6, written on line 7. */
export const racyCounter = `import Redis from 'ioredis';

const redis = new Redis();

export async function hit(): Promise<void> {
  const hits = Number(await redis.get('hits'));
  await redis.set('hits', String(hits + 1));
}
`;

/** The same counter made safe. */
export const safeCounter = `import Redis from 'ioredis';

const redis = new Redis();

export async function hit(): Promise<void> {
  await redis.incr('hits');
}
`;

/** A race by guess: nothing but its name says that `kv` is a store. */
export const guessedCounter = `export async function hit(kv) {
  const hits = Number(await kv.get('hits'));
  await kv.set('hits', String(hits + 1));
}
`;
