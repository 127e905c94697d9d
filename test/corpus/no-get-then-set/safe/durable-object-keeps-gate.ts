// safe: the read keeps other events out, and nothing else is waited for before the write
export class Seats implements DurableObject {
  constructor(private readonly state: DurableObjectState) {}

  async fetch(request: Request): Promise<Response> {
    const { seat } = await request.json<{ seat: string }>();
    const options = { allowConcurrency: false, noCache: true };
    const taken = (await this.state.storage.get<string[]>('taken', options)) ?? [];
    await this.state.storage.put('taken', [...taken, seat], { allowUnconfirmed: true });
    return new Response(String(taken.length + 1));
  }
}
