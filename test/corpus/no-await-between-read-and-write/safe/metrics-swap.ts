// safe: pending is taken and zeroed in one step, and added back in one step
export const metrics = { pending: 0, flushed: 0 };

export function hit(): void {
  metrics.pending++;
}

export async function report(post: (n: number) => Promise<void>): Promise<void> {
  const m = metrics;
  const taken = m.pending;
  m.pending = 0;
  try {
    await post(taken);
    m.flushed += taken;
  } catch {
    m.pending += taken;
  }
}
