/**
 * A server that does what it is told, and loses the answer to every second new operation. What it is told again
 * with a key that it has seen, it does not do again (docs.stripe.com/api/idempotent_requests).
 */
export class Payments {
  /** What was done, each time. */
  readonly taken: object[] = [];
  private readonly byKey = new Map<string, string>();

  async take(params: object, key: string | undefined): Promise<{ readonly id: string }> {
    await Promise.resolve();
    const known = key === undefined ? undefined : this.byKey.get(key);
    if (known !== undefined) return { id: known };
    this.taken.push(params);
    const id = `payment ${String(this.taken.length)}`;
    if (key !== undefined) this.byKey.set(key, id);
    if (this.taken.length % 2 === 1) throw new Error('socket hang up');
    return { id };
  }
}
