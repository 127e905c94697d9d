// safe: the library names its own temporary file
import writeFileAtomic from 'write-file-atomic';

export const save = (file, state) => writeFileAtomic(file, JSON.stringify(state));
