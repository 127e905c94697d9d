import { getFirestore } from 'firebase-admin/firestore';
import { score } from './score.js';

const db = getFirestore();

export async function grade(essayId: string, graders: string[]): Promise<void> {
  const essay = db.collection('essays').doc(essayId);
  await Promise.all(
    graders.map(async (grader) => {
      const grade = await score(essayId, grader);
      await essay.set({ grade, grader }, { merge: true }); // RACE
    }),
  );
}
