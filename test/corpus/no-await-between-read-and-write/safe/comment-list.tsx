// safe: the setter gets an updater function, state is not read before the await
import { useState } from 'react';
import { postComment } from './api';

export function Comments({ articleId }: { articleId: string }) {
  const [comments, setComments] = useState<string[]>([]);
  const [sending, setSending] = useState(false);

  async function add(text: string) {
    setSending(true);
    try {
      const saved = await postComment(articleId, text);
      setComments((previous) => [...previous, saved.text]);
    } finally {
      setSending(false);
    }
  }

  return (
    <div>
      {comments.map((c) => (
        <p key={c}>{c}</p>
      ))}
      <button disabled={sending} onClick={() => add('hello')}>
        Send
      </button>
    </div>
  );
}
