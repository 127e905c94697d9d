/** An HTTP server with one JSON document that is put for one version only: `ETag` and `If-Match` of RFC 9110. */
import { createServer } from 'node:http';

export interface DocumentServer {
  readonly url: string;
  readonly document: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function serveDocument(initial: Readonly<Record<string, unknown>>): Promise<DocumentServer> {
  let document = initial;
  let version = 1;
  const server = createServer((request, response) => {
    const etag = `"${String(version)}"`;
    if (request.method !== 'PUT') {
      response.writeHead(200, { 'content-type': 'application/json', etag }).end(JSON.stringify(document));
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      // The version may have changed while the body came.
      if (request.headers['if-match'] !== `"${String(version)}"`) {
        response.writeHead(412).end();
        return;
      }
      document = Object.fromEntries(Object.entries(JSON.parse(body) as object));
      version++;
      response.writeHead(204, { etag: `"${String(version)}"` }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}/document`,
    get document() {
      return document;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
