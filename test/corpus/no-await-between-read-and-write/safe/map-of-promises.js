// safe: promises under way are kept by key
const inFlight = new Map();
export function load(key) {
  const running = inFlight.get(key);
  if (running) return running;
  const promise = fetchIt(key).finally(() => inFlight.delete(key));
  inFlight.set(key, promise);
  return promise;
}
