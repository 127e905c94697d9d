// safe: one name is read, another one is written
export async function noteDownload(item) {
  const all = await chrome.storage.local.get(null);
  await chrome.storage.local.set({ lastDownload: { id: item.id, folder: all.folder } });
}
