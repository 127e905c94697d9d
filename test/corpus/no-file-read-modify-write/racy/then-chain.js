import { readFile, writeFile } from 'node:fs/promises';

export function subscribe(email) {
  return readFile('subscribers.json', 'utf8')
    .then((text) => JSON.parse(text))
    .then((list) => (list.includes(email) ? list : [...list, email]))
    .then((list) => writeFile('subscribers.json', JSON.stringify(list))); // RACE
}
