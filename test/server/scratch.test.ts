import { test } from 'vitest';
import { Client } from './support/client.js';
import { RACY } from './support/samples.js';
test('scratch', async () => {
  const client = await Client.start();
  console.log(JSON.stringify(client.initialized));
  const uri = client.uri('a.ts');
  client.open(uri, RACY);
  const d = await client.pull(uri);
  console.log(JSON.stringify(d, null, 1));
  console.log((await client.codeActions(uri, d.kind === 'full' ? d.items : [])).map((a) => [a.title, JSON.stringify(a.edit), a.command?.command]));
  console.log(JSON.stringify(await client.hover(uri, 4, 30)));
  console.log(JSON.stringify(await client.connection.sendRequest('interleave/sharedState', { textDocument: { uri } })));
  console.log(client.rest(), client.stderr, await client.shutdown());
});
