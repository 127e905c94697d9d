import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { client } from './client.js';
import { review } from './reviewer.js';

const documents = DynamoDBDocumentClient.from(client);

export async function reviewAll(pullRequest: string, files: string[]): Promise<void> {
  await Promise.all(
    files.map(async (file) => {
      const verdict = await review(file);
      await documents.send(new PutCommand({ TableName: 'reviews', Item: { id: pullRequest, verdict } })); // RACE
    }),
  );
}
