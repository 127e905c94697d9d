import { Client, errors } from '@elastic/elasticsearch';

const client = new Client({ node: process.env.ELASTIC_URL! });

async function indexWithRetry(id: string, document: object, seqNo: number, term: number): Promise<void> {
  let conflicts = 0;
  while (conflicts < 5) {
    try {
      await client.index({ index: 'profiles', id, document, if_seq_no: seqNo, if_primary_term: term }); // RACE
      return;
    } catch (error) {
      if (!(error instanceof errors.ResponseError) || error.statusCode !== 409) throw error;
      conflicts += 1;
    }
  }
  throw new Error('profile keeps changing');
}

export async function addSkill(id: string, skill: string) {
  const hit = await client.get<{ skills: string[] }>({ index: 'profiles', id });
  const skills = [...hit._source!.skills, skill];
  await indexWithRetry(id, { ...hit._source, skills }, hit._seq_no!, hit._primary_term!);
}
