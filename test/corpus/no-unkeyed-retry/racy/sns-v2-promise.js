const AWS = require('aws-sdk');

const sns = new AWS.SNS();

async function notify(topic, text) {
  let tries = 0;
  while (tries++ < 5) {
    try {
      await sns.publish({ TopicArn: topic, Message: text }).promise(); // RACE
      return true;
    } catch (err) {
      console.warn('publish failed', err.message);
    }
  }
  return false;
}

module.exports = notify;
