// safe: nothing is added after the start
import { register } from './registry.js';

let names = ['alpha', 'beta'];

export async function publish(): Promise<void> {
  await register(names);
  names = [];
}
