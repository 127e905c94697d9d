// SAFE: memcached drops the key after a minute, whoever dies.
var Memcached = require('memcached');

var servers = new Memcached(['10.0.0.1:11211', '10.0.0.2:11211']);

function nightly(job, done) {
  servers.add('ran:' + job.name, '1', 60, function (taken) {
    if (taken) return done();
    job.run(done);
  });
}

module.exports = nightly;
