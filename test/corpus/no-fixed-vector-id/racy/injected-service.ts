import { Inject, Injectable } from '@nestjs/common';
import { QdrantClient } from '@qdrant/js-client-rest';

const PROFILE_POINT = 1;

@Injectable()
export class ProfileStore {
  constructor(@Inject('QDRANT') private readonly qdrant: QdrantClient) {}

  async save(vector: number[], preferences: string[]) {
    const point = { id: PROFILE_POINT, vector, payload: { preferences } };
    return this.qdrant.upsert('profiles', { points: [point] }); // RACE
  }
}
