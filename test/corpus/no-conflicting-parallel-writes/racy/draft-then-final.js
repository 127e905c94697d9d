const { writeFile } = require('fs/promises');

async function publish(target, text, polish) {
  writeFile(target, text).catch(console.error);
  const better = await polish(text);
  await writeFile(target, better); // RACE
}

module.exports = { publish };
