import { readInput } from '../../core/register/index.ts';
import type { InputFault, Input } from '../../core/register/index.ts';
import type { ColumnSpec } from '../../core/schema/index.ts';
import { serverNow } from '../../state/clock.ts';

/** What is wrong with the value meant for many records; null = nothing. */
export function readMany(column: ColumnSpec, input: Input): InputFault | null {
  const reading = readInput(input, column, serverNow());
  return reading.ok ? null : reading.fault;
}
