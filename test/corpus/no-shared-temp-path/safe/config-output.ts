// safe: an output that is meant to stay, under its own name
import { writeFile } from 'node:fs/promises';

export const emit = (schema: object) => writeFile('schema.json', JSON.stringify(schema, null, 2));
