// safe: updates are chained to one promise, so they run one after another
const fs = require('fs/promises');

let tail = Promise.resolve();

function update(change) {
  tail = tail.then(async () => {
    const data = JSON.parse(await fs.readFile('data.json', 'utf8'));
    change(data);
    await fs.writeFile('data.json', JSON.stringify(data));
  });
  return tail;
}

module.exports = { update };
