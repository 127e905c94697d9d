// safe: tests run one after the other
import { afterEach, expect, test } from 'vitest';
import { createUser, removeUsers } from './users.js';

let created: string[] = [];

afterEach(async () => {
  await removeUsers(created);
  created = [];
});

test('makes a user', async () => {
  const id = await createUser('Ada');
  created.push(id);
  expect(id).toBeDefined();
});
