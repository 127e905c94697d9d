// safe: the request brings the id
import { Pinecone } from '@pinecone-database/pinecone';
import express from 'express';

const app = express();
const pc = new Pinecone({ apiKey: process.env.PINECONE_API_KEY });

app.put('/reports/:id', async (req, res) => {
  const index = pc.index('reports');
  const values = await req.app.locals.embed(req.body.report);
  await index.upsert([{ id: `report-${req.params.id}`, values, metadata: { report: req.body.report } }]);
  res.sendStatus(204);
});

export default app;
