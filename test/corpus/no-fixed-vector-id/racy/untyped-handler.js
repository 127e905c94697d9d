import { Pinecone } from '@pinecone-database/pinecone';
import express from 'express';

const app = express();
const pc = new Pinecone({ apiKey: process.env.PINECONE_API_KEY });

app.post('/reports', async (req, res) => {
  const index = pc.index('reports');
  const values = await req.app.locals.embed(req.body.report);
  await index.upsert([{ id: 'report', values, metadata: { report: req.body.report } }]); // RACE
  res.sendStatus(204);
});

export default app;
