/** What goes wrong with a request, as a status and a code; the words are in src/messages. */
type OgcProblem =
  | 'sign_in'
  | 'wrong_password'
  | 'throttled'
  | 'bad_parameter'
  | 'unknown_parameter'
  | 'no_collection'
  | 'no_feature'
  | 'not_here'
  | 'not_acceptable'
  | 'method'
  | 'failed';

const STATUS: Readonly<Record<OgcProblem, number>> = {
  sign_in: 401,
  wrong_password: 401,
  throttled: 429,
  bad_parameter: 400,
  unknown_parameter: 400,
  no_collection: 404,
  no_feature: 404,
  not_here: 404,
  not_acceptable: 406,
  method: 405,
  failed: 502,
};

export class OgcRefusal extends Error {
  readonly status: number;

  constructor(
    readonly code: OgcProblem,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.status = STATUS[code];
  }
}
