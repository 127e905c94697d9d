interface Backend {
  url: string;
  healthy(): Promise<boolean>;
}

export function balancer(backends: readonly Backend[]) {
  let turn = 0;

  return async function pick(): Promise<Backend> {
    for (let tries = 0; tries < backends.length; tries++) {
      const at = turn;
      const ok = await backends[at].healthy();
      turn = (at + 1) % backends.length; // RACE
      if (ok) return backends[at];
    }
    throw new Error('no healthy backend');
  };
}
