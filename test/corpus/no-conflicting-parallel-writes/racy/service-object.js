import { createClient } from 'redis';

const client = await createClient().connect();

export const board = {
  async post(topic, message) {
    await client.set(`board:${topic}`, JSON.stringify(message));
  },
};

export async function discuss(topic, speakers) {
  await Promise.all(
    speakers.map(async (speaker) => {
      const message = await speaker.speak(topic);
      await board.post(topic, message); // RACE
    }),
  );
}
