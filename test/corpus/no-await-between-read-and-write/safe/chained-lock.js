// safe: tasks are chained to the one before
class Lock {
  constructor() { this.tail = Promise.resolve(); }
  run(task) {
    const result = this.tail.then(() => task());
    this.tail = result.then(() => undefined, () => undefined);
    return result;
  }
}
const lock = new Lock();
let total = 0;
export const add = (load) => lock.run(async () => { total = total + (await load()); });
