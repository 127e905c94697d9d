// Other keys, and values that come from the user
chrome.runtime.onInstalled.addListener(async () => {
  const { theme } = await chrome.storage.sync.get('theme');
  await chrome.storage.local.set({ theme, installed: Date.now() });
});

document.querySelector('#save').addEventListener('click', async () => {
  const { volume } = await chrome.storage.local.get({ volume: 5 });
  const chosen = Number(document.querySelector('#volume').value);
  if (chosen !== volume) await chrome.storage.local.set({ volume: chosen, changed: Date.now() });
});
