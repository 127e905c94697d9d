// safe: one record for each user, and the user is the key
import { Injectable } from '@nestjs/common';
import { QdrantClient } from '@qdrant/js-client-rest';

@Injectable()
export class ProfileStore {
  constructor(private readonly qdrant: QdrantClient) {}

  async save(userId: string, vector: number[], preferences: string[]) {
    const point = { id: userId, vector, payload: { preferences } };
    return this.qdrant.upsert('profiles', { points: [point] });
  }
}
