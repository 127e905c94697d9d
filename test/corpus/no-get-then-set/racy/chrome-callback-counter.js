chrome.webNavigation.onCompleted.addListener(function () {
  chrome.storage.local.get(['pages'], function (result) {
    const pages = result.pages || 0;
    chrome.storage.local.set({ pages: pages + 1 }); // RACE
  });
});
