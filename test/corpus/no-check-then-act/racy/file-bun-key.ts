const KEY = `${process.env.HOME}/.agent/key`;
export async function signingKey(): Promise<string> {
  const file = Bun.file(KEY);
  if (!(await file.exists())) {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    await Bun.write(KEY, Buffer.from(bytes).toString('hex')); // RACE
  }
  return file.text();
}
