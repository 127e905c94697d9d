import { saveEntity, type Entity } from './repository.js';

export class UnitOfWork {
  private created = new Set<Entity>();

  register(entity: Entity): void {
    this.created.add(entity);
  }

  async commit(): Promise<void> {
    await Promise.all([...this.created].map((entity) => saveEntity(entity)));
    this.created = new Set(); // RACE
  }
}
