import * as idb from 'idb-keyval';

const custom = idb.createStore('app', 'queue');

export function enqueue(job) {
  return idb.get('jobs', custom).then((jobs = []) => idb.set('jobs', [...jobs, job], custom)); // RACE
}
