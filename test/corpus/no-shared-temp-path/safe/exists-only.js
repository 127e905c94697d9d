// safe: only looks whether it is there
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const isRunning = () => existsSync(join(tmpdir(), 'daemon.lock'));
