/** The configuration that ESLint loads for `interleave`. A module of its own, so that ESLint's threads can. */
import interleave from '../index.js';
import { configFor } from './base-config.js';

export default configFor(interleave.configs.recommended);
