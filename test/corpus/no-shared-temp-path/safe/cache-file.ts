// safe: a cache, to be found again by every run
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const remember = (versions: object) => writeFile(join(tmpdir(), 'acme-cache.json'), JSON.stringify(versions));
