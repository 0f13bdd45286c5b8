import type { Translation } from '../shape.ts';
import type { ogc as zh } from '../zh-CN/ogc.ts';

export const ogc: Translation<typeof zh> = {
  title: 'Muster register of emergency resources',
  description:
    'OGC API – Features: read-only access for desktop GIS such as QGIS, with the same rights as the console. A record without a place or a time is not excluded by a condition on place or time.',
  link: { api: 'API definition', conformance: 'Conformance classes', collections: 'Collections' },
  collection: '{{title}}: {{rows}} {{rows, plural(one: record; many: records)}} that you may see',
  security: {
    account: 'E-mail and password of the account, as for the console',
    token: 'Access token of a console session',
  },
  problem: {
    sign_in:
      'Sign in first: with the e-mail and password of your account (HTTP Basic; in QGIS add “Basic authentication” to the connection), or with an access token (Authorization: Bearer …).',
    wrong_password: 'The e-mail or the password is wrong, or the account is disabled.',
    throttled:
      'Too many attempts. Try again in {{seconds}} {{seconds, plural(one: second; many: seconds)}}.',
    bad_parameter: 'The value “{{value}}” of the parameter {{name}} is not valid.',
    unknown_parameter: 'There is no parameter {{name}}. Available: {{allowed}}',
    no_collection: 'There is no collection “{{id}}”.',
    no_feature: 'There is no record “{{id}}”, or you may not see it.',
    not_here: 'There is nothing here. Start at /ogc.',
    not_acceptable:
      'Cannot answer as {{accept}}; available are application/json, application/geo+json and text/html.',
    method: 'This interface is read-only and accepts only GET.',
    failed: 'The database did not respond. Try again later.',
  },
};
