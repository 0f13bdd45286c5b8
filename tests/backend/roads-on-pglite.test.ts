import { describe } from 'vitest';
import { startTestApp } from '../support/embedded.ts';
import { testRoadNetworks } from './road-networks.ts';

describe('on PGlite', { timeout: 120_000 }, () => testRoadNetworks(() => startTestApp()));
