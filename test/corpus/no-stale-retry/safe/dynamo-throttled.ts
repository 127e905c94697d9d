// safe: only throttling is retried
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

export async function spend(ddb: DynamoDBDocumentClient, userId: string, credits: number): Promise<void> {
  const { Item } = await ddb.send(new GetCommand({ TableName: 'wallets', Key: { userId } }));
  if (!Item) throw new Error('no wallet');
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await ddb.send(
        new UpdateCommand({
          TableName: 'wallets',
          Key: { userId },
          UpdateExpression: 'SET credits = :left, version = :next',
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':left': Item.credits - credits, ':version': Item.version, ':next': Item.version + 1 },
        }),
      );
      return;
    } catch (error: any) {
      if (error.name !== 'ProvisionedThroughputExceededException') throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 50));
    }
  }
}
