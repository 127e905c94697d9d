// safe: a read by `send`
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import pRetry from 'p-retry';

export async function refresh(db: DynamoDBDocumentClient, id: string) {
  const { Item } = await pRetry(() => db.send(new GetCommand({ TableName: 'things', Key: { id } })));
  await pRetry(() => db.send(new PutCommand({ TableName: 'copies', Item: { ...Item, id } })));
}
