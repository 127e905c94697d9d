// safe: the helper runs the read, too
const { GetCommand, PutCommand } = require('@aws-sdk/lib-dynamodb');

async function withRetries(operation, times = 5) {
  let last;
  for (let i = 0; i < times; i++) {
    try {
      return await operation();
    } catch (error) {
      last = error;
      if (error.name !== 'ConditionalCheckFailedException') throw error;
    }
  }
  throw last;
}

module.exports = (client) => ({
  async addMember(teamId, member) {
    await withRetries(async () => {
      const { Item: team } = await client.send(new GetCommand({ TableName: 'teams', Key: { teamId } }));
      const next = { ...team, members: [...team.members, member], rev: team.rev + 1 };
      await client.send(
        new PutCommand({
          TableName: 'teams',
          Item: next,
          ConditionExpression: 'rev = :rev',
          ExpressionAttributeValues: { ':rev': team.rev },
        }),
      );
    });
  },
});
