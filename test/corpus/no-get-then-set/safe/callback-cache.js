// safe: callback cache-aside
var redis = require('redis');
var request = require('request');
var client = redis.createClient();

module.exports = function weather(city, cb) {
  client.get('weather:' + city, function (err, cached) {
    if (err) return cb(err);
    if (cached) return cb(null, JSON.parse(cached));
    request({ url: 'http://api.example.com/w/' + city, json: true }, function (err, res, body) {
      if (err) return cb(err);
      client.setex('weather:' + city, 600, JSON.stringify(body), function (err) {
        cb(err, body);
      });
    });
  });
};
