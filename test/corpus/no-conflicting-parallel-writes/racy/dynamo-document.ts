import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
const ddb = DynamoDBDocument.from(new DynamoDBClient({}));
export async function analyse(docId: string, analysers: Array<(id: string) => Promise<object>>) {
  await Promise.all(
    analysers.map(async (analyse) => {
      const result = await analyse(docId);
      await ddb.put({ TableName: "analysis", Item: { docId, result } }); // RACE
    }),
  );
}
