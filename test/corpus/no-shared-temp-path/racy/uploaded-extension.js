const { createWriteStream } = require('fs');
const fs = require('fs/promises');
const os = require('os');
const path = require('path');
const { pipeline } = require('stream/promises');
const Busboy = require('busboy');
const { inspect } = require('./inspect');

exports.handle = function handle(req, res) {
  const busboy = Busboy({ headers: req.headers });
  busboy.on('file', async (field, stream, info) => {
    const copy = path.join(os.tmpdir(), `incoming${path.extname(info.filename)}`);
    await pipeline(stream, createWriteStream(copy)); // RACE
    res.end(JSON.stringify(await inspect(copy)));
    await fs.unlink(copy);
  });
  req.pipe(busboy);
};
