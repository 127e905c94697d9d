import browser from 'webextension-polyfill';

export async function note(host: string, text: string): Promise<void> {
  const key = `notes:${host}`;
  const found = await browser.storage.local.get(key);
  const notes: string[] = found[key] ?? [];
  notes.push(text);
  await browser.storage.local.set({ [key]: notes }); // RACE
}
