/** Child processes of the rig: run to their end, or kept until they are stopped, each by its own id. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command and gives what it printed. Throws with all of its output when it fails. */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; shell?: boolean } = {},
): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code === 0) return output;
  throw new Error(`\`${command} ${args.join(' ')}\` ended with ${signal ?? `code ${code}`}:\n${output}`);
}

/** A process and all that it starts, in a group of their own, so that they can be ended together. */
export class ProcessGroup {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private readonly listeners = new Set<() => void>();
  private readonly killAtExit = (): void => {
    this.signal('SIGKILL');
  };

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: hasGroups });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        for (const listener of this.listeners) listener();
      });
    this.child = child;
    this.ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
    process.once('exit', this.killAtExit);
  }

  /** What matches in the output, as soon as it is there. Throws when the process ends before. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    const found = new Promise<RegExpExecArray>((resolve) => {
      const look = (): void => {
        const match = pattern.exec(this.output);
        if (!match) return;
        this.listeners.delete(look);
        resolve(match);
      };
      this.listeners.add(look);
      look();
    });
    const match = await Promise.race([found, this.ended.then(() => undefined)]);
    if (!match) throw new Error(`The process ended and never printed ${String(pattern)}:\n${this.output}`);
    return match;
  }

  async stop(): Promise<void> {
    this.signal('SIGTERM');
    await this.ended;
    // Children that outlive the first process would be nobody's.
    this.signal('SIGKILL');
    process.off('exit', this.killAtExit);
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.child.pid === undefined) return;
    try {
      if (hasGroups) process.kill(-this.child.pid, signal);
      else this.child.kill(signal);
    } catch {
      // None of them is left.
    }
  }
}

const hasGroups = process.platform !== 'win32';
