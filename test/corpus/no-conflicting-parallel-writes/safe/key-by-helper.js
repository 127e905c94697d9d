// Safe: the helper that makes the key is given the element.
import { createClient } from 'redis';

const client = await createClient().connect();

function keyFor(topic, speaker) {
  return ['board', topic, speaker.id].join(':');
}

export async function discuss(topic, speakers) {
  await Promise.all(
    speakers.map(async (speaker) => {
      const message = await speaker.speak(topic);
      await client.set(keyFor(topic, speaker), JSON.stringify(message));
    }),
  );
}
