import { createClient } from 'redis';

const KEYS = {
  target: 'home:target',
  mode: 'home:mode',
} as const;

type Command = { kind: 'warmer' | 'colder' | 'set'; by?: number; to?: number };

export async function consume(commands: AsyncIterable<Command>): Promise<void> {
  const client = await createClient().on('error', console.error).connect();

  for await (const command of commands) {
    const target = Number(await client.get(KEYS.target)) || 20;
    let wanted: number;
    switch (command.kind) {
      case 'warmer':
        wanted = target + (command.by ?? 0.5);
        break;
      case 'colder':
        wanted = target - (command.by ?? 0.5);
        break;
      default:
        wanted = command.to ?? target;
    }
    await client.set(KEYS.target, wanted.toFixed(1)); // RACE
    await client.publish('home', `${KEYS.target}=${wanted}`);
  }
}
