import { afterAll, beforeAll, describe } from 'vitest';
import { registerOnPglite } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { layGround, testEveryFile } from './pgtap-files.ts';

describe('SQL tests on PGlite', () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await registerOnPglite();
    await layGround(register);
  });
  afterAll(() => register.close());
  testEveryFile(() => register);
});
