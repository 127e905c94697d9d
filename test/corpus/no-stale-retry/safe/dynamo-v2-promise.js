// SAFE: a conflict is answered with 409; only throttling is tried again.
const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event) => {
  const { Item: cart } = await documents.get({ TableName: 'carts', Key: { id: event.cart } }).promise();
  const lines = [...cart.lines, event.line];
  const params = {
    TableName: 'carts',
    Key: { id: event.cart },
    UpdateExpression: 'SET #lines = :lines, version = :next',
    ConditionExpression: 'version = :seen',
    ExpressionAttributeNames: { '#lines': 'lines' },
    ExpressionAttributeValues: { ':lines': lines, ':next': cart.version + 1, ':seen': cart.version },
  };
  for (let tries = 0; tries < 3; tries++) {
    try {
      await documents.update(params).promise();
      return { statusCode: 204 };
    } catch (err) {
      if (err.code === 'ConditionalCheckFailedException') return { statusCode: 409 };
      if (err.code !== 'ProvisionedThroughputExceededException') throw err;
    }
  }
  return { statusCode: 503 };
};
