const INITIAL = { minutes: {} as Record<string, number>, muted: false };

chrome.tabs.onUpdated.addListener(async (_id, _change, tab) => {
  const { minutes } = await chrome.storage.local.get(INITIAL);
  minutes[tab.title ?? ''] = (minutes[tab.title ?? ''] ?? 0) + 1;
  await chrome.storage.local.set({ minutes }); // RACE
});
