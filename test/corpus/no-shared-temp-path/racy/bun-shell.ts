import { $ } from 'bun';
export async function outline(md: string): Promise<string> {
  await Bun.write('/tmp/input.md', md); // RACE
  return $`pandoc /tmp/input.md -t plain`.text();
}
