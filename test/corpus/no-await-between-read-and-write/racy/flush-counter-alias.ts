interface Metrics {
  pending: number;
  flushed: number;
}

export const metrics: Metrics = { pending: 0, flushed: 0 };

export function hit(): void {
  metrics.pending++;
}

export async function report(post: (n: number) => Promise<void>): Promise<void> {
  const m = metrics;
  const flushed = m.flushed + m.pending;
  await post(flushed);
  m.flushed = flushed; // RACE
}
