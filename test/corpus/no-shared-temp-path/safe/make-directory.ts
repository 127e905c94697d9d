// safe: a directory that may be there already
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ensureScratch = () => mkdir(join(tmpdir(), 'acme'), { recursive: true });
