// SAFE: the callback of a transaction reads again each time that Firestore runs it.
import { getFirestore } from 'firebase-admin/firestore';

const db = getFirestore();

export async function addMember(group: string, member: string) {
  const ref = db.collection('groups').doc(group);
  await db.runTransaction(async (transaction) => {
    const snapshot = await transaction.get(ref);
    const members: string[] = snapshot.get('members') ?? [];
    transaction.update(ref, { members: [...members, member] });
  });
}
