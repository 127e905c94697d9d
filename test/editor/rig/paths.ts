import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the repository. Asked from the working directory where this file is part of a bundle. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where what was bundled or packed for the tests lies; not in git. */
export const work = join(root, 'test/.tmp/editor');

/** Screenshots, kept for whoever looks at a run; not in git. */
export const screenshots = join(work, 'screenshots');
