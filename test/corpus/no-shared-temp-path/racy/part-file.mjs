import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export async function fetchModel(url, target) {
  const response = await fetch(url);
  await pipeline(response.body, createWriteStream(`${target}.part`)); // RACE
  await rename(`${target}.part`, target);
}
