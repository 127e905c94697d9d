// safe: a chain of promises at module scope runs the updates in order
const { resize } = require('./resize');

let tail = Promise.resolve();
let manifest = '';

function serially(work) {
  const next = tail.then(work, work);
  tail = next.then(
    () => {},
    () => {},
  );
  return next;
}

exports.addVariant = (image, width) =>
  serially(async () => {
    manifest = manifest + `${width}: ` + (await resize(image, width)) + '\n';
    return manifest;
  });
