interface Options {
  body?: unknown;
  headers?: Record<string, string>;
}

export class BillingClient {
  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  createInvoice(customer: string, cents: number) {
    return this.request('POST', '/invoices', { body: { customer, cents } }); // RACE
  }

  invoice(id: string) {
    return this.request('GET', `/invoices/${id}`);
  }

  private async request(method: string, path: string, { body, headers }: Options = {}) {
    let failure: unknown;
    for (let attempt = 0; attempt < 4; attempt++) {
      try {
        const response = await fetch(this.baseUrl + path, {
          method,
          headers: { authorization: `Bearer ${this.token}`, ...headers },
          body: JSON.stringify(body),
        });
        if (response.status >= 500) throw new Error(`billing answered ${response.status}`);
        return await response.json();
      } catch (error) {
        failure = error;
        await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 100));
      }
    }
    throw failure;
  }
}
