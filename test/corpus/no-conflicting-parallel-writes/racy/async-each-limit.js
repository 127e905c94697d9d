const async = require('async');
const fs = require('fs/promises');
const { convert } = require('./convert');

exports.convertAll = async (inputs) => {
  await async.eachLimit(inputs, 4, async (input) => {
    const pdf = await convert(input);
    await fs.writeFile('converted.pdf', pdf); // RACE
  });
};
