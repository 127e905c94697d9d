import localforage from 'localforage';

const outbox = localforage.createInstance({ name: 'outbox' });

export async function queueMessage(message) {
  const pending = (await outbox.getItem('pending')) ?? [];
  pending.push(message);
  await outbox.setItem('pending', pending); // RACE
}
