// safe: tempy names the file
import { temporaryFile } from 'tempy';
import { writeFileSync } from 'node:fs';

export const save = (text) => {
  const file = temporaryFile({ extension: 'txt' });
  writeFileSync(file, text);
  return file;
};
