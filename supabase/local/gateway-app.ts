/** The REST and sign-in service over one database connection, with everything switched off that we do not use. */
import { App } from '@supabase/lite';
import type { Connection } from '@supabase/lite';
import { PASSWORD_LENGTH } from '../../src/core/rights/password.ts';
import type { PlainRequest, PlainResponse } from './plain-http.ts';
import { inPlainWords } from './plain-words.ts';
import { quietDatabaseErrors } from './quiet-errors.ts';
import { explainRefusedValues } from './refused-values.ts';
import { answerGraph, askedGraph } from './road-graph.ts';
import type { Secrets } from './secrets.ts';

export type { PlainResponse } from './plain-http.ts';

export interface GatewayApp {
  /** Creates the tables of the sign-in service where they are missing. */
  ensureAuthSchema(): Promise<void>;
  answer(request: PlainRequest): Promise<PlainResponse>;
}

/** @param tokenLife seconds an access token is good for */
export function gatewayApp(
  connection: Connection,
  secrets: Secrets,
  tokenLife: number,
): GatewayApp {
  quietDatabaseErrors();
  explainRefusedValues(connection);
  // The library would grant every right on every table to anon and authenticated on first use; migrations grant.
  Object.defineProperty(connection, 'ensureRlsContext', {
    value: () => Promise.resolve(true),
    configurable: true,
  });
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      jwt_expiry: tokenLife,
      enable_signup: false,
      enable_anonymous_sign_ins: false,
      enable_refresh_token_rotation: true,
      minimum_password_length: PASSWORD_LENGTH,
      sessions: { inactivity_timeout: '24h', timebox: '168h' },
    },
    api: { enabled: true, schemas: ['public'] },
    storage: { enabled: false },
    db: { migrations: { enabled: false } },
    options: { server: { admin: false, disableStudio: true } },
  });
  const pass = async ({ method, path, headers, body }: PlainRequest): Promise<PlainResponse> => {
    // The name is never resolved: it only makes a URL of the path.
    const response = await app.fetch(
      new Request(`http://gateway.invalid${path}`, {
        method,
        headers,
        body: body ? Buffer.from(body) : null,
      }),
      { peerAddress: null },
    );
    return {
      status: response.status,
      headers: [...response.headers],
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };
  return {
    ensureAuthSchema: () => app.ensureSystemSchema(),
    async answer(request) {
      const network = askedGraph(request);
      const answer = await (network === null ? pass(request) : answerGraph(request, network, pass));
      return request.path.startsWith('/rest/') ? inPlainWords(answer) : answer;
    },
  };
}
