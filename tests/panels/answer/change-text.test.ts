import { afterEach, describe, expect, it } from 'vitest';
import type { RowChange } from '../../../src/core/ranking/changes.ts';
import { speak } from '../../../src/messages/index.ts';
import { changeText, isWorse } from '../../../src/panels/answer/change-text.ts';

const change = (given: Partial<RowChange>): RowChange => ({
  kind: 'team',
  id: 'a',
  name: '城中分队',
  before: { rank: 1, seconds: 660 },
  now: { rank: 3, seconds: 1140 },
  closed: ['flood', 'slide'],
  opened: [],
  ...given,
});
const nameOf = (id: string): string => ({ flood: '桥面积水', slide: '塌方' })[id] ?? id;

describe('a change in words', () => {
  afterEach(() => speak('zh-CN'));

  it('says from when to when, what lies on the old route, and which place it was', () => {
    expect(changeText(change({}), nameOf)).toBe(
      '11 分钟 → 19 分钟：原路上有 2 处中断（桥面积水、塌方）；原第 1，现第 3',
    );
    speak('en');
    expect(changeText(change({}), nameOf)).toBe(
      '11 min → 19 min: closures on the former route: 2 (桥面积水, 塌方); was no. 1, now no. 3',
    );
  });

  it('tells a cause of one name once, counted', () => {
    const closed = ['slide', 'flood', 'slide-2', 'slide-3'];
    const named = (id: string): string => (id.startsWith('slide') ? '塌方' : nameOf(id));
    expect(changeText(change({ closed }), named)).toBe(
      '11 分钟 → 19 分钟：原路上有 4 处中断（塌方（3 处）、桥面积水）；原第 1，现第 3',
    );
    speak('en');
    expect(changeText(change({ closed }), named)).toContain(
      'closures on the former route: 4 (塌方 × 3, 桥面积水)',
    );
  });

  it('says that a route ends at an edge now, which is worse however soon that is', () => {
    const atEdge = change({ closed: ['flood'], now: { rank: 1, seconds: 300, rest: 400 } });
    expect(changeText(atEdge, nameOf)).toBe(
      '11 分钟 → 到边缘 5 分钟：原路上有 1 处中断（桥面积水）',
    );
    expect(isWorse(atEdge)).toBe(true);
    expect(isWorse(change({ now: { rank: 1, seconds: 300 } }))).toBe(false);
  });

  it('tells what opened, who cannot come any more, and a difference of seconds as such', () => {
    expect(
      changeText(change({ closed: [], opened: ['slide'], now: { rank: 1, seconds: 600 } }), nameOf),
    ).toBe('11 分钟 → 10 分钟：1 处恢复通行（塌方）');
    expect(changeText(change({ closed: ['flood'], now: { rank: 9, seconds: null } }), nameOf)).toBe(
      '11 分钟 → 到不了：原路上有 1 处中断（桥面积水）；原第 1，现第 9',
    );
    expect(changeText(change({ closed: ['flood'], now: { rank: 1, seconds: 680 } }), nameOf)).toBe(
      '11 分钟，慢 20 秒：原路上有 1 处中断（桥面积水）',
    );
  });

  it('only says the place of those who come as before', () => {
    expect(changeText(change({ closed: [], now: { rank: 2, seconds: 660 } }), nameOf)).toBe(
      '原第 1，现第 2',
    );
  });
});
