// Safe: recursive.
var fs = require('fs');
var path = require('path');
module.exports = function ensureTenantDir(root, tenant, done) {
  var dir = path.join(root, tenant);
  fs.stat(dir, function (err, stats) {
    if (!err && stats.isDirectory()) return done(null, dir);
    fs.mkdir(dir, { recursive: true }, function (err) { done(err, dir); });
  });
};
