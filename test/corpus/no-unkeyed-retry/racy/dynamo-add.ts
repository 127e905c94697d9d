import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

export class Usage {
  constructor(private readonly table: string, private readonly client = DynamoDBDocumentClient.from(new DynamoDBClient({}))) {}

  async add(tenant: string, tokens: number): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        await this.client.send( // RACE
          new UpdateCommand({
            TableName: this.table,
            Key: { tenant },
            UpdateExpression: 'ADD tokens :tokens',
            ExpressionAttributeValues: { ':tokens': tokens },
          }),
        );
        return;
      } catch (error) {
        if ((error as Error).name !== 'TimeoutError') throw error;
      }
    }
  }
}
