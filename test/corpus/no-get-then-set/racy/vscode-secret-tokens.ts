import type { SecretStorage } from 'vscode';

export class Tokens {
  constructor(private readonly secrets: SecretStorage) {}

  async add(host: string, token: string): Promise<void> {
    const json = await this.secrets.get('tokens');
    const tokens = json ? (JSON.parse(json) as Record<string, string>) : {};
    tokens[host] = token;
    await this.secrets.store('tokens', JSON.stringify(tokens)); // RACE
  }
}
