import browser from 'webextension-polyfill';

const KEYS = ['visited', 'theme'];

browser.webNavigation.onCompleted.addListener(async ({ url }) => {
  const { visited = [] } = await browser.storage.local.get(KEYS);
  await browser.storage.local.set({ visited: [...visited, url] }); // RACE
});
