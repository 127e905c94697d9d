/** Addresses of documents and paths of files. */
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Undefined for what is not a file of this machine. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // Of another host, or no path at all.
    return undefined;
  }
}

/** One address for each file: clients write the same one in several ways, `%40` or `@`. */
export function canonical(uri: string): string {
  const path = pathOf(uri);
  return path === undefined ? uri : uriOf(path);
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
