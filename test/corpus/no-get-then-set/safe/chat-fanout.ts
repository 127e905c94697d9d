// safe: publishes and keeps a capped list, both atomic commands
import { createClient } from 'redis';
import type { Socket } from 'socket.io';

const publisher = createClient();
const subscriber = publisher.duplicate();

export async function start(): Promise<void> {
    await Promise.all([publisher.connect(), subscriber.connect()]);
}

export async function attach(socket: Socket, room: string): Promise<void> {
    const backlog = await publisher.lRange(`room:${room}`, -30, -1);
    backlog.forEach((text) => socket.emit('message', JSON.parse(text)));

    socket.on('message', async (body: string) => {
        const text = JSON.stringify({ from: socket.id, body, at: Date.now() });
        await publisher.rPush(`room:${room}`, text);
        await publisher.lTrim(`room:${room}`, -200, -1);
        await publisher.publish(`room:${room}`, text);
    });

    await subscriber.subscribe(`room:${room}`, (text) => socket.emit('message', JSON.parse(text)));
}
