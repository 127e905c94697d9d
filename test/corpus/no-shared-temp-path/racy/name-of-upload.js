const os = require('os');
const path = require('path');
const { readFile, unlink } = require('fs/promises');
const { parse } = require('./sheet');

exports.receive = async function receive(req, res) {
  const local = path.join(os.tmpdir(), req.files.sheet.name);
  await req.files.sheet.mv(local); // RACE
  res.json(parse(await readFile(local)));
  await unlink(local);
};
