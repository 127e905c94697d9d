import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function spend(userId: string, credits: number): Promise<void> {
  const { Item } = await ddb.send(new GetCommand({ TableName: 'wallets', Key: { userId } }));
  if (!Item) throw new Error('no wallet');
  const left = Item.credits - credits;
  let attempt = 0;
  for (;;) {
    try {
      await ddb.send( // RACE
        new UpdateCommand({
          TableName: 'wallets',
          Key: { userId },
          UpdateExpression: 'SET credits = :left, version = :next',
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':left': left, ':version': Item.version, ':next': Item.version + 1 },
        }),
      );
      return;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || ++attempt > 5) throw error;
    }
  }
}
