/**
 * The function that takes a lock in memcached: a key that `add` gives to one caller, with a lifetime for holders that
 * die. A delete cannot ask for the owner there, so it is made only while the key cannot have ended.
 * Source: https://docs.memcached.org/protocols/basic/ ("add", "delete"), and the types of memjs
 */
import type { Helper } from '../code/declarations.js';

/** @param setTimeout How the file says it. */
export function memcachedLockHelper(setTimeout: string): Helper {
  return {
    name: 'acquireLock',
    code: (name, { typescript }) => {
      const type = (text: string): string => (typescript ? `: ${text}` : '');
      const parameters = typescript
        ? `
  memcached: {
    add(key: string, value: string, options: { expires: number }): Promise<boolean>;
    delete(key: string): Promise<boolean>;
  },
  name: string,
`
        : 'memcached, name';
      return `/** Takes a lock that every process sees and gives what lets go of it; after 10 seconds it ends by itself. */
async function ${name}(${parameters})${type('Promise<() => Promise<void>>')} {
  const patience = Date.now() + 15_000;
  for (let attempt = 1; ; attempt++) {
    const asked = Date.now();
    if (await memcached.add(name, 'held', { expires: 10 })) {
      // Later it may have ended, and be another caller's.
      const isOurs = () => Date.now() < asked + 8_000;
      return async () => {
        if (isOurs()) await memcached.delete(name);
      };
    }
    if (Date.now() > patience) throw Object.assign(new Error(\`\${name} is held by another caller\`), { code: 'LOCK_HELD' });
    await new Promise((resolve) => ${setTimeout}(resolve, Math.random() * Math.min(2 ** attempt, 50)));
  }
}`;
    },
  };
}
