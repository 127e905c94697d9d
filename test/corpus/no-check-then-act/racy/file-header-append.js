const fs = require('fs/promises');

async function record(file, row) {
  let isNew = false;
  try {
    await fs.stat(file);
  } catch (e) {
    if (e.code === 'ENOENT') isNew = true;
    else throw e;
  }
  if (isNew) await fs.appendFile(file, 'id;name\n'); // RACE
  await fs.appendFile(file, `${row.id};${row.name}\n`);
}

module.exports = record;
