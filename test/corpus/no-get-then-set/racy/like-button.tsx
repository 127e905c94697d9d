import { kv } from '@vercel/kv';

interface Props {
  postId: string;
  title: string;
}

async function like(formData: FormData) {
  'use server';
  const postId = String(formData.get('postId'));
  const likes = (await kv.get<{ count: number }>(`likes:${postId}`))?.count ?? 0;
  await kv.set(`likes:${postId}`, { count: likes + 1, last: Date.now() }); // RACE
}

export default async function LikeButton({ postId, title }: Props) {
  const likes = (await kv.get<{ count: number }>(`likes:${postId}`))?.count ?? 0;
  return (
    <form action={like}>
      <input type="hidden" name="postId" value={postId} />
      <button type="submit" aria-label={`Like ${title}`}>
        ♥ {likes}
      </button>
    </form>
  );
}
