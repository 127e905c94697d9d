// All tabs wait for the one that holds the lock
export async function addDraft(id: string, url: string): Promise<void> {
  await navigator.locks.request('drafts', async () => {
    const drafts = JSON.parse(localStorage.getItem('drafts') ?? '{}') as Record<string, string>;
    drafts[id] = await (await fetch(url)).text();
    localStorage.setItem('drafts', JSON.stringify(drafts));
  });
}
