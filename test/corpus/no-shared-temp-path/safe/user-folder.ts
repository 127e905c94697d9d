// safe: every user has a folder
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function saveDraft(userId: string, text: string) {
  await writeFile(join('/tmp/drafts', userId, 'draft.md'), text);
}
