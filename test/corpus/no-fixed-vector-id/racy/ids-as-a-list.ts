import { PineconeStore } from '@langchain/pinecone';
import { OpenAIEmbeddings } from '@langchain/openai';
import { Pinecone } from '@pinecone-database/pinecone';
import { RecursiveCharacterTextSplitter } from 'langchain/text_splitter';
const pinecone = new Pinecone();
export const ingest = async (text: string) => {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 500 });
  const docs = await splitter.createDocuments([text]);
  const vectorStore = new PineconeStore(new OpenAIEmbeddings(), { pineconeIndex: pinecone.Index('kb') });
  await vectorStore.addDocuments(docs, docs.map((_doc, i) => `chunk-${i}`)); // RACE
};
