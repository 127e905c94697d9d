export async function check(code: string): Promise<boolean> {
  const file = '/tmp/snippet.ts';
  await Deno.writeTextFile(file, code); // RACE
  const { success } = await new Deno.Command('deno', { args: ['check', file] }).output();
  return success;
}
