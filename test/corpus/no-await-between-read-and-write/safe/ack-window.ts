// safe: only numbers that arrive are added, nothing is read before the wait
import { createServer } from 'node:net';
import { decode } from './frames.js';

let received = 0;
let lastPeer = '';

export const server = createServer((socket) => {
  const peer = `${socket.remoteAddress}:${socket.remotePort}`;
  let frames = 0;
  socket.on('data', async (data) => {
    const decoded = await decode(data);
    frames += decoded.length;
    received += decoded.length;
    lastPeer = peer;
  });
  socket.on('end', () => console.log(peer, frames, received, lastPeer));
});
