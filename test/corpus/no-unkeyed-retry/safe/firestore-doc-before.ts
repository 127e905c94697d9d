// SAFE: the document has its name before the first try.
import { getFirestore } from 'firebase-admin/firestore';
import pRetry from 'p-retry';

const db = getFirestore();

export const remember = (agent: string, text: string) => {
  const memory = db.collection('agents').doc(agent).collection('memories').doc();
  return pRetry(() => memory.set({ text, at: Date.now() }));
};
