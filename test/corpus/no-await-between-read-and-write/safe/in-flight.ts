// safe: has and set of the in-flight map have no suspension between them
const inFlight = new Map<string, Promise<string>>();

export function download(url: string): Promise<string> {
  const running = inFlight.get(url);
  if (running) return running;

  const started = fetch(url)
    .then((response) => response.text())
    .finally(() => inFlight.delete(url));
  inFlight.set(url, started);
  return started;
}
