/** What stands where a record has no name. */
import { describe, expect, it } from 'vitest';
import { t } from '../../../src/messages/index.ts';
import { nameText } from '../../../src/panels/parts/register/name-text.ts';

describe('a name on the screen', () => {
  it('is the name where there is one', () => {
    expect(nameText('城中分队')).toBe('城中分队');
    expect(nameText('塌方', 'closure')).toBe('塌方');
  });

  it.each([null, undefined, '', '  '])('says so where there is none: %o', (name) => {
    expect(nameText(name)).toBe(t('register.unnamed'));
    expect(nameText(name, 'closure')).toBe(t('closure.card.unnamed'));
  });
});
