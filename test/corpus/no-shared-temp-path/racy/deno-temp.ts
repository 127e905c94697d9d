export async function format(code: string): Promise<string> {
  await Deno.writeTextFile('/tmp/snippet.ts', code); // RACE
  await new Deno.Command('deno', { args: ['fmt', '/tmp/snippet.ts'] }).output();
  return Deno.readTextFile('/tmp/snippet.ts');
}
