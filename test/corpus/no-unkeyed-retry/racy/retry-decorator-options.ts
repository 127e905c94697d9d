import retry from 'async-retry';
import type { PrismaService } from './prisma.service.js';

export class CommentService {
  constructor(private readonly prisma: PrismaService) {}

  add(postId: string, text: string) {
    return retry(() => this.prisma.comment.create({ data: { postId, text } }), { // RACE
      retries: 4,
      onRetry: (error) => console.warn(error.message),
    });
  }
}
