// A copy for times without a network: what it keeps is the server's
import localforage from 'localforage';

export async function catalog() {
  const kept = await localforage.getItem('catalog');
  try {
    const response = await fetch('/api/catalog');
    const fresh = await response.json();
    await localforage.setItem('catalog', fresh);
    return fresh;
  } catch {
    return kept ?? [];
  }
}
