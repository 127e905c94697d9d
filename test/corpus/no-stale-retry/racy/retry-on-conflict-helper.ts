import type { Collection } from 'mongodb';

export class ConflictError extends Error {}

async function retryOnConflict<T>(action: () => Promise<T>, limit = 5): Promise<T> {
  let attempt = 0;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      attempt += 1;
      if (!(error instanceof ConflictError) || attempt >= limit) throw error;
    }
  }
}

interface Profile {
  _id: string;
  skills: string[];
  version: number;
}

export async function addSkill(profiles: Collection<Profile>, id: string, skill: string): Promise<void> {
  const profile = await profiles.findOne({ _id: id });
  if (!profile) return;
  await retryOnConflict(async () => {
    const result = await profiles.replaceOne( // RACE
      { _id: id, version: profile.version },
      { ...profile, skills: [...profile.skills, skill], version: profile.version + 1 },
    );
    if (result.matchedCount === 0) throw new ConflictError(id);
  });
}
