const { Annotation, StateGraph, START, END } = require('@langchain/langgraph');
const { ask } = require('./model');

const Desk = Annotation.Root({
  letter: Annotation(),
  opinion: Annotation(), // RACE
});

function readers({ letter }) {
  const chosen = [];
  if (letter.includes('tax')) chosen.push('accountant');
  if (letter.includes('contract')) chosen.push('lawyer');
  return chosen.length > 0 ? chosen : [END];
}

exports.desk = () =>
  new StateGraph(Desk)
    .addNode('accountant', async ({ letter }) => ({ opinion: await ask('tax', letter) }))
    .addNode('lawyer', async ({ letter }) => ({ opinion: await ask('law', letter) }))
    .addConditionalEdges(START, readers, ['accountant', 'lawyer', END])
    .addEdge('accountant', END)
    .addEdge('lawyer', END)
    .compile();
