import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.package.ts';

// Loading the checks and a validator of schemas anew for every file would cost more than the tests.
export default mergeConfig(shared, { test: { isolate: false } });
