const fs = require('fs');

function readState(cb) {
  fs.readFile('state.json', (err, buf) => {
    if (err) return cb(err);
    cb(null, JSON.parse(buf.toString()));
  });
}

function writeState(state, cb) {
  fs.writeFile('state.json', JSON.stringify(state), cb);
}

exports.setMode = (mode, cb) => {
  readState((err, state) => {
    if (err) return cb(err);
    state.mode = mode;
    writeState(state, cb); // RACE
  });
};
