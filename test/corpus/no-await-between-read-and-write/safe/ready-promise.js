// safe: the wait is for a promise of the constructor, and the count is raised in one step
class Client {
  constructor(url) { this.url = url; this.ready = this.open(); this.sent = 0; }
  async open() { this.socket = await dial(this.url); }
  async send(x) { await this.ready; this.socket.write(x); this.sent += 1; }
}
module.exports = Client;
