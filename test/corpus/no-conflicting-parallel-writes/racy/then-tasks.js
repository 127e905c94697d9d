const fs = require('fs/promises');
const { resize } = require('./images');

exports.thumbnails = (images) =>
  Promise.all(
    images.map((image) =>
      resize(image).then((data) => fs.writeFile('thumb.png', data)), // RACE
    ),
  );
