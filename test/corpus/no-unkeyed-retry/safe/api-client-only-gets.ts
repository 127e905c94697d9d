// SAFE: only requests that change nothing are tried again.
export class BillingClient {
  constructor(private readonly baseUrl: string) {}

  createInvoice(customer: string, cents: number) {
    return this.once('POST', '/invoices', { customer, cents });
  }

  async invoice(id: string) {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.once('GET', `/invoices/${id}`);
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  private async once(method: string, path: string, body?: unknown) {
    const response = await fetch(this.baseUrl + path, { method, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`billing answered ${response.status}`);
    return response.json();
  }
}
