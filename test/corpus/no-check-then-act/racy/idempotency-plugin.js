module.exports = ({ client, seconds = 3600 }) =>
  async function once(request, reply) {
    const key = `request:${request.headers['x-request-id']}`;
    const known = await client.get(key);
    if (known !== null) return reply.code(409).send({ error: 'duplicate' });
    await client.set(key, 'seen', 'EX', seconds); // RACE
    return request.handler(reply);
  };
