// SAFE: the condition lets an operation through once.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

export class Usage {
  constructor(private readonly table: string, private readonly client = DynamoDBDocumentClient.from(new DynamoDBClient({}))) {}

  async add(tenant: string, tokens: number, operation: string): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        await this.client.send(
          new UpdateCommand({
            TableName: this.table,
            Key: { tenant },
            UpdateExpression: 'ADD tokens :tokens SET lastOperation = :operation',
            ConditionExpression: 'lastOperation <> :operation',
            ExpressionAttributeValues: { ':tokens': tokens, ':operation': operation },
          }),
        );
        return;
      } catch (error) {
        if ((error as Error).name === 'ConditionalCheckFailedException') return;
        if ((error as Error).name !== 'TimeoutError') throw error;
      }
    }
  }
}
