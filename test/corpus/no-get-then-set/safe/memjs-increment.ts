// The server adds
import { Client } from 'memjs';

const client = Client.create('localhost:11211');

export async function hit(page: string): Promise<number> {
  const { value } = await client.increment(`hits:${page}`, 1, { initial: 1 });
  return value ?? 0;
}

export async function banner(): Promise<string> {
  const { value } = await client.get('banner');
  if (value) return value.toString();
  const text = await (await fetch('https://cms.example.com/banner')).text();
  await client.set('banner', text, { expires: 600 });
  return text;
}
