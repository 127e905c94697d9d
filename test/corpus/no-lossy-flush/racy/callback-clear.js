const client = require('./client');

let messages = [];

function add(message) {
  messages.push(message);
}

function send() {
  if (messages.length === 0) return;
  client.bulk(messages, (err) => {
    if (err) return console.error(err);
    messages = []; // RACE
  });
}

module.exports = { add, send };
