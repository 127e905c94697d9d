const { resize } = require('./resize');

module.exports = async function makeVariants(image, widths) {
  let manifest = '';
  const tasks = [];
  for (const width of widths) {
    tasks.push(
      (async () => {
        manifest = manifest + `${width}: ` + (await resize(image, width)) + '\n'; // RACE
      })(),
    );
  }
  await Promise.allSettled(tasks);
  return manifest;
};
