import { saveMessages } from './history.js';

export function attach(socket) {
  let unsaved = [];

  socket.on('message', (message) => {
    unsaved.push(message);
  });

  setInterval(async () => {
    if (unsaved.length === 0) return;
    await saveMessages(unsaved);
    unsaved = []; // RACE
  }, 1000);
}
