const { Etcd3 } = require('etcd3');

class Membership {
  constructor(hosts) {
    this.etcd = new Etcd3({ hosts }).namespace('members/');
  }

  async join(group, node) {
    const json = await this.etcd.get(group).json();
    const members = json ?? [];
    if (!members.includes(node)) members.push(node);
    await this.etcd.put(group).value(JSON.stringify(members)).exec(); // RACE
  }
}

module.exports = Membership;
