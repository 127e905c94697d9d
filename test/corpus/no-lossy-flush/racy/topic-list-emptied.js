class Rooms {
  constructor(socket) {
    this.socket = socket;
    this.outbox = {};
  }

  say(room, text) {
    this.outbox[room] = this.outbox[room] || [];
    this.outbox[room].push(text);
  }

  async flushRoom(room) {
    await this.socket.emitWithAck('messages', room, this.outbox[room]);
    this.outbox[room] = []; // RACE
  }
}

module.exports = Rooms;
