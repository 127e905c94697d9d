// safe: the client makes the id
import weaviate from 'weaviate-ts-client';
const client = weaviate.client({ scheme: 'http', host: 'localhost:8080' });
export async function save(text: string) {
  await client.data.creator().withClassName('State').withProperties({ text }).do();
}
