// safe: a script that one process runs once
import { readFile } from 'node:fs/promises';
import { Pinecone } from '@pinecone-database/pinecone';

const index = new Pinecone().index('faq');

async function main() {
  const questions = (await readFile('faq.txt', 'utf8')).split('\n');
  await index.upsert(questions.map((question, i) => ({ id: `faq-${i}`, values: [question.length] })));
}

await main();
