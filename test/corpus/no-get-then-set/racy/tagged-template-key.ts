import Redis from 'ioredis';

const redis = new Redis();

function key(strings: TemplateStringsArray, ...parts: (string | number)[]): string {
  return strings.reduce((acc, s, i) => acc + s + (parts[i] ?? ''), 'app/');
}

export async function raiseHand(meeting: string, participant: string): Promise<string[]> {
  const raised: string[] = JSON.parse((await redis.get(key`meeting/${meeting}/hands`)) ?? '[]');
  if (!raised.includes(participant)) {
    raised.push(participant);
    await redis.set(key`meeting/${meeting}/hands`, JSON.stringify(raised)); // RACE
  }
  return raised;
}
