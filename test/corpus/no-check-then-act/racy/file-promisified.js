const util = require('util');
const fs = require('fs');
const access = util.promisify(fs.access);
const writeFile = util.promisify(fs.writeFile);
async function claimShift(shift, who) {
  const file = `/srv/shifts/${shift}`;
  const taken = await access(file).then(() => true, () => false);
  if (taken) throw new Error('taken');
  await writeFile(file, who); // RACE
}
module.exports = { claimShift };
