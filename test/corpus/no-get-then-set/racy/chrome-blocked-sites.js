chrome.runtime.onMessage.addListener(async (message) => {
  if (message.type !== 'block') return;
  const { blocked = [] } = await chrome.storage.sync.get('blocked');
  await chrome.storage.sync.set({ blocked: [...blocked, message.host] }); // RACE
});
