// An HTTP client: what it puts is a request
interface HttpClient {
  get(url: string): Promise<{ version: number; body: string }>;
  put(url: string, body: unknown): Promise<void>;
}

export async function publish(client: HttpClient, url: string): Promise<void> {
  const current = await client.get(url);
  await client.put(url, { body: current.body.trim(), ifVersion: current.version });
}
