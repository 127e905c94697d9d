// All pages of the extension wait for the one that holds the lock
export function block(host) {
  return navigator.locks.request('blocked', async () => {
    const { blocked = [] } = await chrome.storage.sync.get('blocked');
    await chrome.storage.sync.set({ blocked: [...blocked, host] });
  });
}
