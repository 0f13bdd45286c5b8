import { afterAll, beforeAll, describe } from 'vitest';
import { registerOnPglite } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { testParallelWrites } from './parallel-writes.ts';
import { settleCounty } from './people.ts';

describe('many consoles at once, on PGlite (which lets them take turns)', () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await registerOnPglite();
    await settleCounty(register);
  });
  afterAll(() => register.close());
  testParallelWrites(() => register);
});
