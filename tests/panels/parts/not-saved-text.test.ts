import { afterAll, describe, expect, it } from 'vitest';
import { REGISTER_KINDS, SCHEMA } from '../../../src/core/schema/index.ts';
import { refusedColumn } from '../../../src/core/register/index.ts';
import { speak, t } from '../../../src/messages/index.ts';
import { notSavedText } from '../../../src/panels/parts/register/not-saved-text.ts';

const refused = (code: string, about: string | null = null) =>
  ({ tag: 'failed', reason: 'refused', code, about }) as const;

afterAll(() => speak('zh-CN'));

describe.each(['zh-CN', 'en'] as const)('why a record was not saved, in %s', (language) => {
  it.each([
    [refused('23514', 'shelter_capacity_check'), 'capacity'],
    [refused('23514', 'resource_name_check'), 'name'],
    [refused('23502', 'kind'), 'kind'],
  ] as const)('%o names the field', (failed, column) => {
    speak(language);
    expect(notSavedText('shelter', failed)).toContain(t(`register.field.${column}`));
  });

  it('tells a shape, a right, a lost reference, a duplicate and a dead line apart', () => {
    speak(language);
    const texts = [
      notSavedText('hazard', refused('23514', 'geom')),
      notSavedText('hazard', refused('42501')),
      notSavedText('hazard', refused('23503')),
      notSavedText('hazard', refused('23505')),
      notSavedText('hazard', refused('23514', 'a_rule_of_tomorrow')),
      notSavedText('hazard', { tag: 'failed', reason: 'unreachable', code: null }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts[4]).toContain('a_rule_of_tomorrow');
    expect(notSavedText('evacuation_route', refused('23514', 'evacuation_route_is_line'))).toBe(
      texts[0],
    );
  });
});

it('finds the column of every rule that the tables name', () => {
  for (const kind of REGISTER_KINDS)
    for (const { name } of SCHEMA[kind].columns) {
      expect(refusedColumn(kind, `${kind}_${name}_check`)).toBe(name);
      expect(refusedColumn(kind, `resource_${name}_check`)).toBe(name);
      expect(refusedColumn(kind, `${kind}_${name}_year_check`)).toBe(name);
    }
  expect(refusedColumn('shelter', 'stored_version_check')).toBeNull();
});
