/** The postgres.js driver for the owner's sessions, with the parameters and values of the tools' door. */
import type postgres from 'postgres';
import { PARSERS, SERIALIZERS } from './column-types.ts';

export function ownerOptions(): postgres.Options<Record<string, postgres.PostgresType>> {
  const types = Object.fromEntries(
    Object.entries(PARSERS).map(([oid, parse]) => [
      `type${oid}`,
      {
        to: Number(oid),
        from: [Number(oid)],
        parse,
        serialize: SERIALIZERS[Number(oid)] ?? String,
      },
    ]),
  );
  return {
    max: 4,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: 'muster', TimeZone: 'UTC' },
    types,
  };
}
