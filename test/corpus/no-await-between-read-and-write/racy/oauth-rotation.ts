interface TokenSet {
  access: string;
  refresh: string;
}

interface AuthServer {
  exchange(refreshToken: string): Promise<TokenSet>;
}

/** Keeps one rotating refresh token for the whole process. */
export class RotatingCredentials {
  #refresh: string;

  constructor(
    private readonly server: AuthServer,
    initial: string,
  ) {
    this.#refresh = initial;
  }

  async accessToken(): Promise<string> {
    const old = this.#refresh;
    const tokens = await this.server.exchange(old);
    this.#refresh = tokens.refresh; // RACE
    return tokens.access;
  }
}
