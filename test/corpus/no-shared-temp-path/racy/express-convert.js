const express = require('express');
const fs = require('fs/promises');
const util = require('util');
const exec = util.promisify(require('child_process').exec);

const app = express();

app.post('/convert', express.raw(), async (req, res) => {
  await fs.writeFile('input.png', req.body); // RACE
  await exec('convert input.png -resize 50% output.jpg'); // RACE
  const image = await fs.readFile('output.jpg');
  res.type('jpg').send(image);
});
