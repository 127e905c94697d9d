// SAFE: a lock file that is older than a minute is taken over.
const lockfile = require('lockfile');

module.exports = function update(file, change, done) {
  lockfile.lock(`${file}.lock`, { wait: 5000, stale: 60000 }, (err) => {
    if (err) return done(err);
    change((failure) => {
      lockfile.unlock(`${file}.lock`, () => done(failure));
    });
  });
};
