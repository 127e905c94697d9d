import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endProcess, findFreePort, findProgram } from './server-process.js';

/** A Redis server of one's own, empty, on a loopback port, that keeps nothing on disk. */
export interface RedisServer {
  readonly url: string;
  readonly pid: number;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

export const HOW_TO_GET_REDIS =
  'redis-server was not found on the PATH. Get it with "apt-get install redis-server" (Debian, Ubuntu) or "brew install redis" (macOS).';

/** The path of the `redis-server` program, or undefined where there is none on the PATH. */
export function findRedisServer(): string | undefined {
  return findProgram('redis-server');
}

/** Starts a server that answers; throws with what the server said where it does not come up. */
export async function startRedisServer(): Promise<RedisServer> {
  const program = findRedisServer();
  if (program === undefined) throw new Error(HOW_TO_GET_REDIS);
  // Another program can take the port between choosing and binding it: then choose again.
  for (let attempt = 1; ; attempt++) {
    const folder = await mkdtemp(join(tmpdir(), 'interleave-redis-'));
    const port = await findFreePort();
    const server = spawn(program, serverArguments(port, folder), { stdio: ['ignore', 'pipe', 'pipe'] });
    const endWithUs = (): void => void server.kill('SIGKILL');
    process.once('exit', endWithUs);
    const stop = async (): Promise<void> => {
      process.off('exit', endWithUs);
      await endProcess(server);
      await rm(folder, { recursive: true, force: true });
    };
    try {
      await listens(server);
      await answers(port);
    } catch (cause) {
      await stop();
      if (attempt < 5 && String(cause).includes('Address already in use')) continue;
      throw new Error('redis-server did not start', { cause });
    }
    if (server.pid === undefined) throw new Error('redis-server answers but has no process id');
    return { url: `redis://127.0.0.1:${String(port)}`, pid: server.pid, stop };
  }
}

function serverArguments(port: number, folder: string): string[] {
  return ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
}

/** Resolves when the server says that it listens; rejects with its output when it ends before. */
async function listens(server: ChildProcess): Promise<void> {
  const { stdout, stderr } = server;
  if (!stdout || !stderr) throw new Error('redis-server was started without pipes');
  const said: string[] = [];
  stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => {
      reject(new Error(said.join('\n')));
    });
    createInterface(stdout).on('line', (line) => {
      said.push(line);
      if (line.includes('Ready to accept connections')) resolve();
    });
  });
}

/** Resolves when a PING on the port is answered. */
async function answers(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    if (!answer.toString().startsWith('+PONG')) throw new Error(`PING was answered by ${answer.toString()}`);
  } finally {
    socket.destroy();
  }
}
