// Safe: `async.queue` runs one worker at a time unless told otherwise.
const async = require('async');
const fs = require('fs');

const writes = async.queue((change, done) => {
  fs.readFile('scores.json', 'utf8', (error, text) => {
    if (error) return done(error);
    const scores = JSON.parse(text);
    scores[change.player] = change.points;
    fs.writeFile('scores.json', JSON.stringify(scores), done);
  });
});

module.exports.setScore = (player, points) => writes.push({ player, points });
