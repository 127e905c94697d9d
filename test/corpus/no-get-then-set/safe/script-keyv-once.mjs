// A script that runs once, by itself
import Keyv from 'keyv';

const store = new Keyv('redis://localhost');

const releases = (await store.get('releases')) ?? [];
releases.push(process.argv[2]);
await store.set('releases', releases);
