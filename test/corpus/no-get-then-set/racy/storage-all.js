export async function noteDownload(item) {
  const all = await chrome.storage.local.get(null);
  const downloads = all.downloads ?? [];
  downloads.push({ id: item.id, at: Date.now() });
  await chrome.storage.local.set({ downloads }); // RACE
}
