/**
 * `navigator.locks` for Node releases without it: exclusive locks by name, granted in the order of the requests.
 * Source: https://w3c.github.io/web-locks/
 */
type Request = (name: string, callback: () => unknown) => Promise<unknown>;

/** Puts locks in the place where pages and workers find them; all modules of the process share them. */
export function installWebLocks(): void {
  const tails = new Map<string, Promise<unknown>>();
  const request: Request = (name, callback) => {
    const before = tails.get(name) ?? Promise.resolve();
    const held = before.then(callback);
    tails.set(
      name,
      held.then(
        () => undefined,
        () => undefined,
      ),
    );
    return held;
  };
  Object.defineProperty(globalThis, 'navigator', { value: { locks: { request } }, configurable: true });
}
