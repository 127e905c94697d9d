// safe: each listener awaits first and then updates in one step
import { EventEmitter } from 'node:events';
import { checksum } from './hash.js';

export const uploads = new EventEmitter();
let verified = 0;

uploads.on('file', async (file: { path: string }) => {
  const sum = await checksum(file.path);
  if (!sum) return;
  verified += 1;
  uploads.emit('verified', verified);
});
