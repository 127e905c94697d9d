// safe: a script that a developer runs, with nothing that says it runs twice at once
import { readFile, writeFile } from 'node:fs/promises';

const changelog = await readFile('CHANGELOG.md', 'utf8');
await writeFile('CHANGELOG.md', changelog.replace('## Unreleased', '## 1.0.0'));
