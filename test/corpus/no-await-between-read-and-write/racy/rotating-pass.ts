interface Pass {
  accessToken: string;
  refreshToken: string;
  endsAt: number;
}

export class Warehouse {
  #pass: Pass;

  constructor(
    private readonly url: string,
    first: Pass,
  ) {
    this.#pass = first;
  }

  async stock(item: string): Promise<number> {
    const response = await fetch(`${this.url}/stock/${item}`, {
      headers: { authorization: `Bearer ${await this.bearer()}` },
    });
    return Number(await response.text());
  }

  private async bearer(): Promise<string> {
    if (this.#pass.endsAt < Date.now()) {
      this.#pass = await this.renewed(this.#pass.refreshToken); // RACE
    }
    return this.#pass.accessToken;
  }

  /** A refresh token is good for one use. */
  private async renewed(refreshToken: string): Promise<Pass> {
    const response = await fetch(`${this.url}/pass`, { method: 'POST', body: refreshToken });
    const answer = (await response.json()) as { access: string; refresh: string; seconds: number };
    return {
      accessToken: answer.access,
      refreshToken: answer.refresh,
      endsAt: Date.now() + answer.seconds * 1000,
    };
  }
}
