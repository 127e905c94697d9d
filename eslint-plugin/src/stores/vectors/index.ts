/** Every index of vectors the plugin knows. */
import type { StoreModel } from '../model.js';
import { chroma } from './chroma.js';
import { lancedb } from './lancedb.js';
import { langchainQdrant, langchainVectors } from './langchain.js';
import { llamaindex } from './llamaindex.js';
import { mastraVector } from './mastra-vector.js';
import { milvus } from './milvus.js';
import { pinecone } from './pinecone.js';
import { qdrant } from './qdrant.js';
import { supabaseVector } from './supabase-vector.js';
import { upstashVector } from './upstash-vector.js';
import { vectorize } from './vectorize.js';
import { weaviate } from './weaviate.js';
import { weaviateV2 } from './weaviate-v2.js';

export const VECTOR_STORES: readonly StoreModel[] = [
  pinecone,
  qdrant,
  chroma,
  weaviate,
  weaviateV2,
  vectorize,
  milvus,
  lancedb,
  upstashVector,
  supabaseVector,
  langchainVectors,
  langchainQdrant,
  llamaindex,
  mastraVector,
];
