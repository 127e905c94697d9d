/** Every index of vectors the plugin knows. */
import type { StoreModel } from '../model.js';
import { chroma } from './chroma.js';
import { lancedb } from './lancedb.js';
import { langchainVectors } from './langchain.js';
import { llamaindex } from './llamaindex.js';
import { mastraVector } from './mastra-vector.js';
import { milvus } from './milvus.js';
import { pinecone } from './pinecone.js';
import { qdrant } from './qdrant.js';
import { supabaseVector } from './supabase-vector.js';
import { upstashVector } from './upstash-vector.js';
import { weaviate } from './weaviate.js';

export const VECTOR_STORES: readonly StoreModel[] = [
  pinecone,
  qdrant,
  chroma,
  weaviate,
  milvus,
  lancedb,
  upstashVector,
  supabaseVector,
  langchainVectors,
  llamaindex,
  mastraVector,
];
