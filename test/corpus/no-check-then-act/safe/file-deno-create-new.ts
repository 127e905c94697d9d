// Safe: createNew claims.
export async function initWallet(path: string): Promise<void> {
  try {
    await Deno.writeTextFile(path, '{}', { createNew: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
}
