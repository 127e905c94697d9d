var fs = require('fs');

module.exports = function recordScore(player, score, done) {
  fs.readFile('./scores.json', 'utf8', function (err, text) {
    if (err) return done(err);
    var scores = JSON.parse(text);
    scores[player] = (scores[player] || 0) + score;
    fs.writeFile('./scores.json', JSON.stringify(scores), done); // RACE
  });
};
