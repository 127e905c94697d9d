// Safe: eachSeries waits for each task before the next.
const async = require('async');
const fs = require('fs/promises');
const { convert } = require('./convert');

exports.convertAll = async (inputs) => {
  await async.eachSeries(inputs, async (input) => {
    await fs.writeFile('converted.pdf', await convert(input));
  });
};
