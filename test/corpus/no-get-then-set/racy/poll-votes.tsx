import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

type Poll = { question: string; options: { label: string; votes: number }[] };

export const vote = async (pollId: string, label: string) => {
  'use server';
  const poll = await redis.get<Poll>(`poll:${pollId}`);
  if (!poll) throw new Error('poll not found');

  const options = poll.options.map((o) => (o.label === label ? { ...o, votes: o.votes + 1 } : o));
  await redis.set(`poll:${pollId}`, { ...poll, options }); // RACE
};

export async function PollView({ pollId }: { pollId: string }) {
  const poll = await redis.get<Poll>(`poll:${pollId}`);
  if (!poll) return null;
  return (
    <section>
      <h2>{poll.question}</h2>
      {poll.options.map((o) => (
        <form key={o.label} action={vote.bind(null, pollId, o.label)}>
          <button>
            {o.label} ({o.votes})
          </button>
        </form>
      ))}
    </section>
  );
}
