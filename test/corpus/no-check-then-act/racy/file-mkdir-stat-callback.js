'use strict';
var fs = require('fs');
var path = require('path');
function ensureTenantDir(root, tenant, done) {
  var dir = path.join(root, tenant);
  fs.stat(dir, function (err, stats) {
    if (!err && stats.isDirectory()) return done(null, dir);
    if (err && err.code !== 'ENOENT') return done(err);
    fs.mkdir(dir, function (err) { // RACE
      if (err) return done(err);
      done(null, dir);
    });
  });
}
module.exports = ensureTenantDir;
