import { getFirestore } from 'firebase-admin/firestore';

const db = getFirestore();

export async function addMember(group: string, member: string) {
  const ref = db.collection('groups').doc(group);
  const snapshot = await ref.get();
  const members: string[] = snapshot.get('members') ?? [];

  let attempt = 0;
  for (;;) {
    try {
      await ref.update({ members: [...members, member] }, { lastUpdateTime: snapshot.updateTime! }); // RACE
      return;
    } catch (error: any) {
      // 9: FAILED_PRECONDITION
      if (error.code !== 9 || ++attempt === 5) throw error;
    }
  }
}
