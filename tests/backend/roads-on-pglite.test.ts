import { describe } from 'vitest';
import { startTestApp } from '../support/embedded.ts';
import { testRoadKeeping } from './road-keeping.ts';

describe('on PGlite', { timeout: 120_000 }, () => testRoadKeeping(() => startTestApp()));
