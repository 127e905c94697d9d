// safe: the option says that conflicts are not retried
import pRetry from 'p-retry';
import { articles } from './articles';

export async function publish(id: string) {
  const article = await articles.findOne({ _id: id });
  await pRetry(
    () => articles.replaceOne({ _id: id, version: article.version }, { ...article, state: 'published' }).then(assertWritten),
    { retries: 3, shouldRetry: (error) => !(error instanceof ConflictError) },
  );
}

class ConflictError extends Error {}

function assertWritten(result: { modifiedCount: number }) {
  if (result.modifiedCount === 0) throw new ConflictError();
}
