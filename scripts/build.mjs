// npm run build: every package's dist, from its sources.
import { main } from './main.mjs';
import { makeReady } from './ready.mjs';

await main(async () => {
  await makeReady();
  return 0;
});
