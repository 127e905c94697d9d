const Redis = require('ioredis');

class UnreadBadges {
  constructor({ host, port }) {
    this.conn = new Redis(port, host);
  }

  /** One more unread message for everybody but the sender. */
  async bump(room, sender, members) {
    const others = members.filter((m) => m !== sender);
    const jobs = [];
    others.forEach((member) => {
      jobs.push(this.bumpOne(room, member));
    });
    await Promise.allSettled(jobs);
  }

  async bumpOne(room, member) {
    const field = room + '/' + member;
    const n = await this.conn.hget('unread', field);
    await this.conn.hset('unread', field, ~~n + 1); // RACE
  }

  clear(room, member) {
    return this.conn.hset('unread', room + '/' + member, 0);
  }
}

module.exports = UnreadBadges;
