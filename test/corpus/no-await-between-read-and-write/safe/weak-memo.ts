// safe: the weak map keeps promises, looked up and set in one step
interface Document {
  text: string;
}

const embeddings = new WeakMap<Document, Promise<Float32Array>>();

export function embeddingOf(doc: Document, embed: (text: string) => Promise<Float32Array>) {
  let embedding = embeddings.get(doc);
  if (!embedding) {
    embedding = embed(doc.text);
    embeddings.set(doc, embedding);
    embedding.catch(() => embeddings.delete(doc));
  }
  return embedding;
}
