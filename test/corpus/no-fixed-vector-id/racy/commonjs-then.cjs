const { Pinecone } = require('@pinecone-database/pinecone');

const pinecone = new Pinecone({ apiKey: process.env.PINECONE_KEY });
const index = pinecone.index('faq');

function indexAnswers(answers, embed) {
  return Promise.all(
    answers.map((answer, i) =>
      embed(answer).then((values) => ({ id: 'answer-' + i, values, metadata: { answer } })),
    ),
  ).then((records) => index.upsert(records)); // RACE
}

module.exports = { indexAnswers };
