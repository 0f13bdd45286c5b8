/**
 * The one origin: the built page, its configuration, `/rest/v1` and `/auth/v1` handed on to the database's gateway, and
 * `/ogc` for desktop GIS. Whatever is not named here does not exist.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostAllowed, sameOrigin } from './allowed-hosts.ts';
import { forAsker, giveUp, GivenUp } from './asker.ts';
import type { Engine } from './engine.ts';
import { limitFreshConnections } from './connection-limit.ts';
import {
  accountOf,
  bodyLimit,
  bringsOneRecord,
  forwardedHeaders,
  isSignInBody,
  returnedHeaders,
  routeOf,
  speaksPlainly,
} from './forwarding.ts';
import type { Route } from './forwarding.ts';
import type { PlainResponse } from './gateway-app.ts';
import { KnownMachines } from './known-machine.ts';
import { isOgcPath, OgcService } from './ogc/service.ts';
import { readBody } from './request-body.ts';
import { isTooDetailed } from './shape-limit.ts';
import { shortly } from './short-lines.ts';
import { securityHeaders } from './security-headers.ts';
import { say } from './text.ts';
import { bestEncoding, packOnce } from './static-site.ts';
import type { StaticSite } from './static-site.ts';
import { isSigned } from './signed-token.ts';
import { sessionOf } from './sign-in-log.ts';
import type { SignInLog } from './sign-in-log.ts';
import { SignInThrottle, WRONG_TAKES } from './throttle.ts';

interface PageConfig {
  publishableKey: string;
  demo: boolean;
  baseMaps: readonly unknown[];
  demoAccounts: readonly unknown[];
}

export interface GatewayOptions {
  engine: Pick<Engine, 'answer'>;
  /** What `GET /muster-config.json` answers; the page's own origin is filled in as `url`. */
  pageConfig: () => Promise<PageConfig>;
  baseMapSources: readonly string[];
  /** The built page, or in development what serves it from the sources. */
  page: StaticSite | ((request: IncomingMessage, response: ServerResponse) => void);
  hosts: readonly string[];
  trustProxy: boolean;
  /** With which `/ogc` asks the database's gateway as whoever signs in. */
  publishableKey: string;
  /** Told of sign-ins, for the audit; an answer never waits for it. */
  signIns?: SignInLog;
  throttle?: SignInThrottle;
  /**
   * Signs tokens, and the cookies by which a machine is known that signed in before. Without it cookies hold until the end of
   * the process, and nobody's body may be large.
   */
  machineSecret?: string;
  /** Milliseconds until a request is given up. */
  patience?: number;
}

/**
 * A browser opens up to six lines when it loads the page and holds them open for as long as they are kept alive: five hundred
 * consoles that come back with the power are three thousand.
 */
const MOST_CONNECTIONS = 8192;
const PATIENCE = 60_000;
/** A whole import is one transaction: 100,000 rows take minutes on a laptop. */
const IMPORT_PATIENCE = 15 * 60_000;
const IMPORTS = /^\/rest\/v1\/rpc\/import_(?:commit|undo)$/;

/** A call that is handed on, and where its answer goes. */
interface Exchange {
  readonly route: Route;
  readonly method: string;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export function createGateway(options: GatewayOptions): Server {
  const throttle = options.throttle ?? new SignInThrottle();
  const secret = options.machineSecret ?? randomBytes(32).toString('hex');
  const machines = new KnownMachines(secret);
  const tokenSecret = new TextEncoder().encode(secret);
  let proxyWarned = false;
  const ogc = new OgcService({ ...options, throttle });
  const development = typeof options.page === 'function';
  const safety = Object.entries(
    securityHeaders({ baseMapSources: options.baseMapSources, development }),
  );

  const server = createServer((request, response) => {
    for (const [name, value] of safety) response.setHeader(name, value);
    forAsker(response, () => serve(request, response)).catch((error: unknown) => {
      if (error instanceof GivenUp) return;
      console.error(shortly(error));
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'internal_error');
    });
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 10_000;
  server.maxConnections = MOST_CONNECTIONS;
  // Behind a proxy all come from one address, and the proxy is who bounds them.
  if (!options.trustProxy) limitFreshConnections(server);
  return server;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host, origin } = request.headers;
    warnOfProxy(request);
    if (!hostAllowed(host, options.hosts, request.socket.localAddress ?? ''))
      return refuse(response, 421, 'host_refused');
    if (!sameOrigin(origin, host)) return refuse(response, 403, 'origin_refused');
    const url = urlOf(request);
    if (!url) return refuse(response, 400, 'bad_request');
    const method = request.method ?? 'GET';
    if (!speaksPlainly(request.headers)) return refuseUnlisted(response);
    if (/^\/(rest|auth)\/v1(\/|$)/.test(url.pathname)) {
      const route = routeOf(method, url);
      return route ? forward({ route, method, url, request, response }) : refuseUnlisted(response);
    }
    if (isOgcPath(url.pathname)) return answerOgc(method, url, request, response);
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, 'method_not_allowed');
    if (url.pathname === '/muster-config.json') return sendConfig(request, response);
    if (typeof options.page === 'function') return options.page(request, response);
    const found = await options.page.answer(
      url.pathname,
      String(request.headers['accept-encoding'] ?? ''),
      request.headers['if-none-match'],
    );
    if (!found) return refuse(response, 404, 'not_found');
    response.writeHead(found.status, {
      ...found.headers,
      'Content-Length': found.body?.length ?? 0,
    });
    response.end(method === 'HEAD' ? undefined : found.body);
  }

  async function sendConfig(request: IncomingMessage, response: ServerResponse): Promise<void> {
    sendJson(response, 200, { url: originOf(request), ...(await options.pageConfig()) });
  }

  /** This machine as the asker names it; its name was found allowed. */
  function originOf(request: IncomingMessage): string {
    const secure = options.trustProxy && request.headers['x-forwarded-proto'] === 'https';
    return `${secure ? 'https' : 'http'}://${request.headers.host ?? ''}`;
  }

  async function answerOgc(
    method: string,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { authorization, accept } = request.headers;
    const answer = await patiently(
      ogc.answer({
        method,
        url,
        origin: originOf(request),
        authorization,
        accept,
        acceptLanguage: request.headers['accept-language'],
        peer: peerOf(request),
        agent: request.headers['user-agent'] ?? '',
      }),
      options.patience ?? PATIENCE,
    );
    if (!answer) return refuse(response, 504, 'timeout');
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    await sendPacked(
      request,
      response,
      answer.status,
      method === 'HEAD' ? new Uint8Array() : Buffer.from(answer.body),
    );
  }

  async function forward(exchange: Exchange): Promise<void> {
    const { route, url, request, response } = exchange;
    const known = route === 'rest' && (await isSigned(request.headers.authorization, tokenSecret));
    const sent = await readBody(request, bodyLimit(route, known, url.pathname));
    if (sent.tag !== 'read') {
      response.setHeader('Connection', 'close');
      if (sent.tag === 'too-large') return refuse(response, 413, 'too_large');
      response.setHeader('Retry-After', '2');
      return refuse(response, 503, 'busy');
    }
    try {
      if (bringsOneRecord(route, url.pathname) && isTooDetailed(sent.body))
        return refuse(response, 413, 'too_many_corners');
      if (route !== 'rest' && !isSignInBody(sent.body, url.searchParams.get('grant_type')))
        return refuse(response, 400, 'validation_failed');
      await (route === 'sign-in' ? signIn(exchange, sent.body) : handOn(exchange, sent.body));
    } finally {
      sent.release();
    }
  }

  async function handOn(exchange: Exchange, body: Uint8Array): Promise<void> {
    const answer = await answerOf(exchange, body);
    if (answer) await giveBack(exchange, answer);
    else refuse(exchange.response, 504, 'timeout');
  }

  /** A password is tried: slowed down by the throttle, told to the audit, and rewarded with a cookie. */
  async function signIn(exchange: Exchange, body: Uint8Array): Promise<void> {
    const { request, response } = exchange;
    const arrived = performance.now();
    const account = accountOf(body);
    const attempt = throttle.attempt(
      account,
      peerOf(request),
      machines.of(account, request.headers.cookie),
    );
    if (!('succeeded' in attempt)) {
      response.setHeader('Retry-After', String(Math.ceil(attempt.wait / 1000)));
      return refuse(response, 429, 'over_request_rate_limit');
    }
    if (attempt.delay > 0) await sleep(attempt.delay);
    const answer = await answerOf(exchange, body);
    if (!answer) return refuse(response, 504, 'timeout');
    if (answer.status === 200) {
      attempt.succeeded();
      response.setHeader(
        'Set-Cookie',
        machines.cookie(account, originOf(request).startsWith('https')),
      );
    } else {
      // An account that exists takes the time of comparing passwords; a wrong answer tells nobody which it was.
      await sleep(Math.max(0, WRONG_TAKES - (performance.now() - arrived)));
    }
    logSignIn(answer, body, request);
    await giveBack(exchange, answer);
  }

  /** What the service behind says; null when it takes too long. */
  function answerOf(
    { method, url, request }: Exchange,
    body: Uint8Array,
  ): Promise<PlainResponse | null> {
    return patiently(
      options.engine.answer({
        method,
        path: `${url.pathname}${url.search}`,
        headers: forwardedHeaders(request.headers),
        body: body.length > 0 && method !== 'GET' && method !== 'HEAD' ? body : null,
      }),
      options.patience ?? (IMPORTS.test(url.pathname) ? IMPORT_PATIENCE : PATIENCE),
    );
  }

  async function giveBack(
    { method, request, response }: Exchange,
    answer: PlainResponse,
  ): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    for (const [name, value] of returnedHeaders(answer.headers)) response.setHeader(name, value);
    await sendPacked(
      request,
      response,
      answer.status,
      method === 'HEAD' ? new Uint8Array() : answer.body,
    );
  }

  /** Behind a proxy that was not stated everybody seems to come from one address, and is counted as one. */
  function warnOfProxy({ headers }: IncomingMessage): void {
    if (options.trustProxy || proxyWarned || headers['x-forwarded-for'] === undefined) return;
    proxyWarned = true;
    console.warn(say('gateway.proxyUnstated', { name: 'MUSTER_TRUST_PROXY' }));
  }

  function logSignIn(answer: PlainResponse, body: Uint8Array, request: IncomingMessage): void {
    const session = answer.status === 200 ? sessionOf(answer.body) : null;
    if (session)
      options.signIns?.succeeded(session, peerOf(request), request.headers['user-agent'] ?? '');
    else if (answer.status === 400) options.signIns?.failed(accountOf(body), peerOf(request));
  }

  /** Behind an own proxy the last address it added; otherwise whoever is connected. */
  function peerOf(request: IncomingMessage): string {
    const forwarded = options.trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
    return forwarded.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? '');
  }
}

/** The path as asked, or null when it cannot be read; a full URL or a name in it is never taken over. */
function urlOf(request: IncomingMessage): URL | null {
  const path = request.url ?? '';
  if (!path.startsWith('/') || path.startsWith('//')) return null;
  try {
    return new URL(path, 'http://gateway.invalid');
  } catch {
    return null;
  }
}

/** null when it takes too long: then nobody waits for it any more, and whoever works on it is told. */
async function patiently<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
      giveUp();
    }, milliseconds);
  });
  try {
    work.catch(() => undefined);
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function sendPacked(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: Uint8Array,
): Promise<void> {
  const encoding =
    body.length > 2048 ? bestEncoding(String(request.headers['accept-encoding'] ?? '')) : null;
  const packed = encoding ? await packOnce(body, encoding, 3) : body;
  if (encoding) response.setHeader('Content-Encoding', encoding);
  if (!response.hasHeader('Vary')) response.setHeader('Vary', 'Accept-Encoding');
  response.writeHead(status, status === 204 ? {} : { 'Content-Length': packed.length });
  response.end(packed);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Length': body.length,
  });
  response.end(body);
}

/** Before a body is read: nobody is made to hold what will not be done. */
function refuseUnlisted(response: ServerResponse): void {
  response.setHeader('Connection', 'close');
  const message = say('gateway.notListed');
  sendJson(response, 404, { code: 'not_listed', error_code: 'not_listed', message, msg: message });
}

/** Refusals in the words supabase-js reads: a code and a message, nothing about the inside. */
function refuse(response: ServerResponse, status: number, code: string): void {
  sendJson(response, status, { code, error_code: code, message: code, msg: code });
}
