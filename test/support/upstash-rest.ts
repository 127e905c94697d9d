/**
 * The Upstash REST protocol in front of a real Redis, so that the real `@upstash/redis` and `@vercel/kv`
 * run against it: one command by `POST /`, several by `POST /pipeline`, a transaction by
 * `POST /multi-exec`, a bearer token, and answers in base64 where the client asks for it.
 * Source: https://upstash.com/docs/redis/features/restapi
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createClient, RESP_TYPES } from 'redis';

const TOKEN = 'local-token';

export interface UpstashRest {
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

type Command = readonly [string, ...string[]];
/** Sends one command and gives the raw reply: bulk strings as bytes, status replies as strings. */
type Send = (command: Command) => Promise<unknown>;
type Encode = (reply: unknown) => unknown;
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export async function startUpstashRest(redisUrl: string): Promise<UpstashRest> {
  const client = createClient({ url: redisUrl, RESP: 2 });
  await client.connect();
  const raw = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  const send: Send = (command) => raw.sendCommand<unknown>([...command]);

  const server = createServer((request, response) => {
    void answer(request, send)
      .catch((error: unknown): Answer => ({ status: 400, body: { error: toText(error) } }))
      .then((result) => {
        respond(response, result);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('an HTTP server has no port');

  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    token: TOKEN,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      client.destroy();
    },
  };
}

async function answer(request: IncomingMessage, send: Send): Promise<Answer> {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    return { status: 401, body: { error: 'WRONGPASS invalid or missing auth token' } };
  }
  if (request.method !== 'POST') return { status: 405, body: { error: 'ERR only POST is supported' } };
  const encode = request.headers['upstash-encoding'] === 'base64' ? toBase64 : toUtf8;
  const body = await readJson(request);
  switch (new URL(request.url ?? '/', 'http://localhost').pathname) {
    case '/':
      return { status: 200, body: { result: encode(await send(toCommand(body))) } };
    case '/pipeline':
      return { status: 200, body: await runPipeline(toCommands(body), send, encode) };
    case '/multi-exec':
      return { status: 200, body: await runTransaction(toCommands(body), send, encode) };
    default:
      return { status: 404, body: { error: 'ERR unknown path' } };
  }
}

async function runPipeline(commands: readonly Command[], send: Send, encode: Encode): Promise<unknown> {
  const replies = await Promise.allSettled(commands.map(send));
  return replies.map((reply) =>
    reply.status === 'fulfilled' ? { result: encode(reply.value) } : { error: toText(reply.reason) },
  );
}

/** All commands leave in one tick on one connection, so nothing comes between MULTI and EXEC. */
async function runTransaction(commands: readonly Command[], send: Send, encode: Encode): Promise<unknown> {
  const queued = [send(['MULTI']), ...commands.map(send)];
  const executed = send(['EXEC']);
  // A command that is refused while queueing makes EXEC fail; its own error says more.
  for (const reply of await Promise.allSettled([...queued, executed])) {
    if (reply.status === 'rejected') throw reply.reason;
  }
  const replies = await executed;
  if (!Array.isArray(replies)) throw new Error('EXECABORT transaction discarded');
  return replies.map((reply: unknown) =>
    reply instanceof Error ? { error: toText(reply) } : { result: encode(reply) },
  );
}

/** All strings are encoded, except the status OK. */
function toBase64(reply: unknown): unknown {
  if (Buffer.isBuffer(reply)) return reply.toString('base64');
  if (typeof reply === 'string') return reply === 'OK' ? reply : Buffer.from(reply).toString('base64');
  return Array.isArray(reply) ? reply.map(toBase64) : reply;
}

function toUtf8(reply: unknown): unknown {
  if (Buffer.isBuffer(reply)) return reply.toString('utf8');
  return Array.isArray(reply) ? reply.map(toUtf8) : reply;
}

function toCommands(body: unknown): readonly Command[] {
  if (!Array.isArray(body)) throw new TypeError('ERR the body must be a list of commands');
  return body.map(toCommand);
}

function toCommand(body: unknown): Command {
  if (!Array.isArray(body)) throw new TypeError('ERR a command must be a list');
  const [name, ...rest] = body.map((part: unknown) =>
    typeof part === 'string' ? part : JSON.stringify(part),
  );
  if (name === undefined) throw new TypeError('ERR empty command');
  return [name, ...rest];
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
}

function respond(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function toText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
