interface Pass {
  accessToken: string;
  refreshToken: string;
  endsAt: number;
}

export class Warehouse {
  #pass: Pass;
  #renewal: Promise<Pass> | undefined;

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
    if (this.#pass.endsAt >= Date.now()) return this.#pass.accessToken;
    this.#renewal ??= this.renew(this.#pass.refreshToken).finally(() => {
      this.#renewal = undefined;
    });
    return (await this.#renewal).accessToken;
  }

  /** A refresh token is good for one use. */
  private async renew(refreshToken: string): Promise<Pass> {
    const response = await fetch(`${this.url}/pass`, { method: 'POST', body: refreshToken });
    const answer = (await response.json()) as { access: string; refresh: string; seconds: number };
    const pass = {
      accessToken: answer.access,
      refreshToken: answer.refresh,
      endsAt: Date.now() + answer.seconds * 1000,
    };
    this.#pass = pass;
    return pass;
  }
}
