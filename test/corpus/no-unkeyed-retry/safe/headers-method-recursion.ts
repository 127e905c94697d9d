export class InvoiceApi {
  constructor(
    private readonly host: string,
    private readonly apiKey: string,
  ) {}

  private auth(operation: string) {
    return { 'x-api-key': this.apiKey, 'idempotency-key': operation };
  }

  async issue(order: string, cents: number, left = 2): Promise<{ number: string }> {
    try {
      const answer = await fetch(`${this.host}/invoices`, {
        method: 'POST',
        headers: this.auth(`invoice-${order}`),
        body: JSON.stringify({ order, cents }),
        signal: AbortSignal.timeout(5000),
      });
      if (!answer.ok && answer.status >= 500) throw new Error(`invoices: ${answer.status}`);
      return await answer.json();
    } catch (problem) {
      if (left === 0) throw problem;
      return this.issue(order, cents, left - 1);
    }
  }
}
