/** The thread of `checkInThread`: takes one request, gives one answer. */
import { parentPort } from 'node:worker_threads';
import { check } from './check.js';
import { failed, type CheckRequest } from './check-thread.js';

parentPort?.once('message', (request: CheckRequest) => {
  void check(request)
    .catch(failed)
    .then((answer) => {
      parentPort?.postMessage(answer);
    });
});
