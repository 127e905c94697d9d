import weaviate from 'weaviate-ts-client';
const client = weaviate.client({ scheme: 'http', host: 'localhost:8080' });
const STATE_ID = '36ddd591-2dee-4e7e-a3cc-eb86d30a4303';
export async function saveState(text: string) {
  await client.data.creator().withClassName('State').withId(STATE_ID).withProperties({ text }).do(); // RACE
}
