import { getFirestore } from 'firebase-admin/firestore';
import pRetry from 'p-retry';

const db = getFirestore();

export const remember = (agent: string, text: string) =>
  pRetry(() => db.collection('agents').doc(agent).collection('memories').add({ text, at: Date.now() })); // RACE
