const MAX_RETRIES = 20;
let retries = 0;

const pause = (ms: number) => new Promise((r) => setTimeout(r, ms));

export async function fetchWithBudget(url: string): Promise<Response> {
  for (;;) {
    const response = await fetch(url);
    if (response.ok || retries >= MAX_RETRIES) return response;
    const n = retries;
    await pause(100 * 2 ** n);
    retries = n + 1; // RACE
  }
}
