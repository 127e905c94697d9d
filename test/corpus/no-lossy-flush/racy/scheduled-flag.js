let scheduled = false;
const changes = {};

export function change(id, patch) {
  changes[id] = { ...changes[id], ...patch };
  if (!scheduled) {
    scheduled = true;
    setTimeout(send, 200);
  }
}

async function send() {
  await fetch('/api/changes', { method: 'PATCH', body: JSON.stringify(changes) });
  for (const id of Object.keys(changes)) delete changes[id]; // RACE
  scheduled = false; // RACE
}
