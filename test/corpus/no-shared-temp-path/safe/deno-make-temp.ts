// safe: Deno names the file
export async function scratch(text: string) {
  const file = await Deno.makeTempFile({ suffix: '.txt' });
  await Deno.writeTextFile(file, text);
  return file;
}
