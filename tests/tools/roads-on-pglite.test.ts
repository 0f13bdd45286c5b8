import { describe } from 'vitest';
import { openPrepared } from '../support/embedded.ts';
import { testRoadsRegister } from './roads-register.ts';

describe('roads into PGlite', () => {
  testRoadsRegister(() => openPrepared());
});
