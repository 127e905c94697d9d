let queue = [];

function track(event) {
  queue.push(event);
}

async function send(url) {
  const sending = queue;
  queue = [];
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(sending) });
  if (!response.ok) {
    queue = [...sending]; // RACE
  }
}

module.exports = { track, send };
