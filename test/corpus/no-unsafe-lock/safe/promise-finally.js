// safe: released by `finally` of the promise
import { Mutex } from 'async-mutex';
import { upload } from './upload.js';

const mutex = new Mutex();

export function send(file) {
  return mutex.acquire().then((release) => upload(file).finally(() => release()));
}
