/** One process of a workload on files: loads the module, waits for the word, and makes its calls at once. */
import process from 'node:process';

const module = await import(process.argv[2] ?? '');

process.on('message', async ({ calls }) => {
  const results = await Promise.allSettled(
    // An export may throw before it gives a promise.
    calls.map(async ({ name, args }) => module[name](...args)),
  );
  process.send?.({
    results: results.map((each) =>
      each.status === 'fulfilled' ? { returned: each.value } : { failed: String(each.reason) },
    ),
  });
});

process.send?.({ ready: Object.keys(module) });
