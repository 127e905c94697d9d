/** The configuration that ESLint loads for `interleave --strict`. */
import interleave from '../index.js';
import { configFor } from './base-config.js';

export default configFor(interleave.configs.strict);
