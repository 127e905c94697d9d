import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';

const lockFile = join(root, '.setup.lock');
const beatEvery = 2_000;
const staleAfter = 30_000;

/** Runs `work` while no other process of this checkout installs or builds. */
export async function withSetupLock(work) {
  const token = `${process.pid} ${randomUUID()}`;
  await acquire(token);
  const beat = setInterval(() => touch(lockFile), beatEvery);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (readIfThere(lockFile) === token) rmSync(lockFile, { force: true });
  }
}

async function acquire(token) {
  let waiting = false;
  while (!tryTake(token)) {
    const holder = readIfThere(lockFile);
    if (holder === undefined) continue;
    if (!isHeldBy(holder)) {
      removeStale(holder);
      continue;
    }
    if (!waiting) process.stderr.write('Waiting for another run that installs or builds …\n');
    waiting = true;
    await sleep(200);
  }
}

function tryTake(token) {
  try {
    writeFileSync(lockFile, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Whether the holder's process is there and has touched the lock lately. */
function isHeldBy(holder) {
  const touched = statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - touched > staleAfter) return false;
  const pid = Number.parseInt(holder, 10);
  // An empty lock is about to be written.
  return Number.isNaN(pid) || isAlive(pid);
}

/** Of several that find the lock stale, only the one whose rename succeeds removes it. */
function removeStale(holder) {
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    renameSync(lockFile, aside);
    // Somebody was faster, and this is their new lock: give it back.
    if (readFileSync(aside, 'utf8') !== holder) linkSync(aside, lockFile);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The lock was taken for stale and removed; the work goes on all the same.
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
