export class Seats implements DurableObject {
  constructor(private readonly state: DurableObjectState) {}

  async fetch(request: Request): Promise<Response> {
    const { seat } = await request.json<{ seat: string }>();
    const taken = (await this.state.storage.get<string[]>('taken', { allowConcurrency: true })) ?? [];
    await this.state.storage.put('taken', [...taken, seat]); // RACE
    return new Response(String(taken.length + 1));
  }
}
