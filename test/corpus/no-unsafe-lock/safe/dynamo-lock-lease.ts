// SAFE: a lease that has run out counts as absent.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.LOCK_TABLE!;

export async function withLock<T>(name: string, owner: string, work: () => Promise<T>): Promise<T | undefined> {
  const now = Date.now();
  try {
    await documents.send(
      new PutCommand({ TableName, Item: { name, owner, expiresAt: now + 30_000 }, ConditionExpression: 'attribute_not_exists(#name) OR expiresAt < :now', ExpressionAttributeNames: { '#name': 'name' }, ExpressionAttributeValues: { ':now': now } }),
    );
  } catch (error) {
    if ((error as Error).name === 'ConditionalCheckFailedException') return undefined;
    throw error;
  }
  try {
    return await work();
  } finally {
    await documents.send(new DeleteCommand({ TableName, Key: { name }, ConditionExpression: '#owner = :owner', ExpressionAttributeNames: { '#owner': 'owner' }, ExpressionAttributeValues: { ':owner': owner } }));
  }
}
