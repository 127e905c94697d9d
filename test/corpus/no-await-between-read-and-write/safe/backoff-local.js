// safe: delay and tries are locals of this call
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function waitUntilUp(url) {
  let delay = 50;
  let tries = 0;
  while (tries < 10) {
    const up = await fetch(url, { method: 'HEAD' }).then(
      (r) => r.ok,
      () => false,
    );
    if (up) return tries;
    await pause(delay);
    delay = Math.min(delay * 2, 2000);
    tries = tries + 1;
  }
  throw new Error(`${url} did not come up`);
}
