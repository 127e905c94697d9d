const lockfile = require('lockfile');

module.exports = function update(file, change, done) {
  lockfile.lock(`${file}.lock`, { wait: 5000 }, (err) => { // RACE
    if (err) return done(err);
    change((failure) => {
      lockfile.unlock(`${file}.lock`, () => done(failure));
    });
  });
};
