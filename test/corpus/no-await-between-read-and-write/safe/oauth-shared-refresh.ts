// safe: concurrent callers share the one exchange that is under way
interface TokenSet {
  access: string;
  refresh: string;
}

interface AuthServer {
  exchange(refreshToken: string): Promise<TokenSet>;
}

export class RotatingCredentials {
  #refresh: string;
  #pending: Promise<string> | null = null;

  constructor(
    private readonly server: AuthServer,
    initial: string,
  ) {
    this.#refresh = initial;
  }

  accessToken(): Promise<string> {
    if (this.#pending) return this.#pending;
    const pending = this.server.exchange(this.#refresh).then((tokens) => {
      this.#refresh = tokens.refresh;
      return tokens.access;
    });
    this.#pending = pending.finally(() => {
      this.#pending = null;
    });
    return this.#pending;
  }
}
