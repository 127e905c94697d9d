// safe: the write leaves what the check asks as it was
let openUntil = 0;
export async function call<T>(work: () => Promise<T>): Promise<T> {
  if (openUntil > Date.now()) throw new Error('open');
  try {
    const value = await work();
    openUntil = 0;
    return value;
  } catch (error) {
    openUntil = Date.now() + 5000;
    throw error;
  }
}
