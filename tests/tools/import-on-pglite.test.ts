import { describe } from 'vitest';
import { openPrepared } from '../support/embedded.ts';
import { testImportRegister } from './import-register.ts';

describe('importing into PGlite', () => testImportRegister(() => openPrepared()));
