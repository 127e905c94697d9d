interface Env {
  BOARD: R2Bucket;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const entry = await request.text();
    const object = await env.BOARD.get('board.json');
    const board: string[] = object ? await object.json() : [];
    board.push(entry);
    for (let i = 0; i < 5; i++) {
      const put = await env.BOARD.put('board.json', JSON.stringify(board), { onlyIf: { etagMatches: object!.etag } }); // RACE
      if (put) return new Response(null, { status: 201 });
    }
    return new Response('busy', { status: 503 });
  },
};
