import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/**
 * Runs a Node script to its end and gives its exit code, 128 + n when signal n ended it. A signal that ends
 * us ends the child first, so that nobody is left working in the tree.
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

export function run(command, args, { onStdout, ...options } = {}) {
  const stdio = onStdout ? ['inherit', 'pipe', 'inherit'] : 'inherit';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio, ...options });
    if (onStdout) child.stdout.on('data', onStdout);
    // Ctrl-C reaches the child by itself: a terminal sends it to all of its processes.
    const forward = (signal) => signal !== 'SIGINT' && child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}

/** Progress goes to stderr, so that stdout carries results only. */
export const progressOnStderr = { stdio: ['ignore', 2, 2] };

/** Runs steps in order up to the first that fails; gives its exit code, or 0. */
export async function runInOrder(steps) {
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}
