/** The importer's codes as sentences in the console's language. */
import { FileFailure } from '../../../src/core/files/failure.ts';
import type { Speaker } from '../../../src/core/import/report.ts';
import type { ImportWords } from '../../../src/core/import/types.ts';
import { translate } from '../../../src/messages/index.ts';
import { Refusal, say } from '../../local/text.ts';

export const importTexts: Speaker = {
  reason: (code, params) => say(`importer.reason.${code}`, params),
  repair: (code, params) => say(`importer.repair.${code}`, params),
  warning: (code, params) => say(`importer.warning.${code}`, params),
  failure: (code, params) => say(`importer.failure.${code}`, params),
};

/** What is stored is in the register's language, whoever runs the command. */
export const registerWords: ImportWords = {
  unnamed: translate('zh-CN', 'importer.unnamed'),
  unclassified: translate('zh-CN', 'importer.unclassified'),
  unitUnstated: translate('zh-CN', 'importer.unitUnstated'),
};

/** A file that cannot be imported becomes one line for people. */
export function asRefusal(error: unknown): unknown {
  return error instanceof FileFailure
    ? new Refusal(`importer.failure.${error.code}`, error.params)
    : error;
}
