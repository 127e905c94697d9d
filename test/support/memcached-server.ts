import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { endProcess, findFreePort, findProgram } from './server-process.js';

/** A memcached of one's own, empty, on a loopback port. */
export interface MemcachedServer {
  /** Host and port, as clients take them. */
  readonly address: string;
  stop(): Promise<void>;
}

export const HOW_TO_GET_MEMCACHED =
  'memcached was not found on the PATH. Get it with "apt-get install memcached" (Debian, Ubuntu) or "brew install memcached" (macOS).';

export function hasMemcached(): boolean {
  return findProgram('memcached') !== undefined;
}

/** Starts a server that answers; throws with what it said where it does not come up. */
export async function startMemcached(): Promise<MemcachedServer> {
  const program = findProgram('memcached');
  if (program === undefined) throw new Error(HOW_TO_GET_MEMCACHED);
  // Another program can take the port between choosing and binding it: then choose again.
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    // As root it wants to be told whom to become; others are told nothing by it.
    const server = spawn(program, ['-l', '127.0.0.1', '-p', String(port), '-U', '0', '-u', 'root'], {
      stdio: 'ignore',
    });
    const endWithUs = (): void => void server.kill('SIGKILL');
    process.once('exit', endWithUs);
    const stop = async (): Promise<void> => {
      process.off('exit', endWithUs);
      await endProcess(server);
    };
    if (await comesUp(port, () => server.exitCode === null)) {
      return { address: `127.0.0.1:${String(port)}`, stop };
    }
    await stop();
    if (attempt === 5) throw new Error('memcached did not start');
  }
}

/** Asks for its version until it answers; gives false where it has ended, or says nothing for ten seconds. */
async function comesUp(port: number, runs: () => boolean): Promise<boolean> {
  const patience = Date.now() + 10_000;
  while (runs() && Date.now() < patience) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      socket.write('version\r\n');
      const [answer] = (await once(socket, 'data')) as [Buffer];
      return answer.toString().startsWith('VERSION');
    } catch {
      await wait(20);
    } finally {
      socket.destroy();
    }
  }
  return false;
}
