const { readdir, writeFile } = require('fs/promises');
const path = require('path');

exports.addRecipe = async function addRecipe(shelf, slug, recipe) {
  const file = `${slug}.json`;
  const there = await readdir(shelf);
  if (there.includes(file)) throw new Error(`${slug} is on the shelf`);
  await writeFile(path.join(shelf, file), JSON.stringify(recipe)); // RACE
};
