import { post } from './http.js';
export class ApiClient {
  #token: string | undefined;
  #expires = 0;
  async #authorize(): Promise<string> {
    if (this.#token && Date.now() < this.#expires) return this.#token;
    const answer = await post('/oauth/token', { grant_type: 'client_credentials' });
    this.#token = answer.access_token; // RACE
    this.#expires = Date.now() + answer.expires_in * 1000; // RACE
    return answer.access_token;
  }
  async get(path: string) { return post(path, { auth: await this.#authorize() }); }
}
