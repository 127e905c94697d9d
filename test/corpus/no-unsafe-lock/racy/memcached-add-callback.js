var Memcached = require('memcached');

var servers = new Memcached(['10.0.0.1:11211', '10.0.0.2:11211']);

function nightly(job, done) {
  servers.add('lock:' + job.name, '1', 0, function (taken) { // RACE
    if (taken) return done();
    job.run(function (failure) {
      servers.del('lock:' + job.name, function () {
        done(failure);
      });
    });
  });
}

module.exports = nightly;
