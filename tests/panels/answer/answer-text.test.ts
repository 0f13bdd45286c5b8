import { afterEach, describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/index.ts';
import type { RankedKind, RowChange } from '../../../src/core/ranking/index.ts';
import { speak, t } from '../../../src/messages/index.ts';
import { answerText } from '../../../src/panels/answer/answer-text.ts';
import type { AnswerDocument } from '../../../src/panels/answer/answer-text.ts';
import { conditionTexts, isNarrowed, widerRadius } from '../../../src/panels/answer/limits-view.ts';
import { itemCounts, rowViews } from '../../../src/panels/answer/row-view.ts';
import { unreachableViews } from '../../../src/panels/answer/unreachable-view.ts';
import type { AskedIncident } from '../../../src/state/asked-incident.ts';
import type { Contact } from '../../../src/core/model/index.ts';
import { ago, NOW, question, tables, team } from '../../core/ranking/register.ts';
import type { Register } from '../../core/ranking/register.ts';

afterEach(() => speak('zh-CN'));

const asked: AskedIncident = {
  id: 'i',
  place: [113, 29],
  title: '双汊镇内涝',
  class: 'natural',
  kind: 'waterlogging',
  level: 3,
  occurredAt: ago(600),
  note: '',
  saved: null,
};

const contact = (id: string, teamId: string, given: Partial<Contact>): Contact => ({
  id,
  districtCode: '43',
  resourceKind: 'team',
  resourceId: teamId,
  name: id,
  duty: null,
  phone: null,
  lastAnsweredAt: null,
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
  updatedBy: null,
  archivedAt: null,
  ...given,
});

function documentOf(
  register: Register,
  given: Partial<AnswerDocument> = {},
  kind: RankedKind = 'team',
): AnswerDocument {
  const all = tables(register);
  const asking = question(kind, given.filters ?? {});
  const answer = given.answer ?? rankCandidates(asking, all);
  const context = { tables: all, items: itemCounts(all.stock_lot), now: Date.parse(NOW) };
  return {
    asked,
    answer,
    rows: rowViews(answer, context),
    unreachable: unreachableViews(answer, context),
    routes: [],
    dataAsOf: ago(20),
    zone: 'Asia/Shanghai',
    isDemo: false,
    ...given,
    filters: asking.filters,
  };
}

describe('the copied list', () => {
  it('says whom to call, in both languages, and what became of a row, to whoever sees it on the screen', () => {
    const register = {
      team: [
        team('a', { name: '城中分队', lng: 113.01 }),
        team('b', { name: '城北分队', lng: 113.02 }),
        team('c', { name: '城南分队', lng: 113.03 }),
      ],
    };
    const contacts = new Map([
      ['1', contact('1', 'a', { name: '谭毅', phone: '13800000001' })],
      ['2', contact('2', 'a', { name: '旧号', phone: '0000-5552333', lastAnsweredAt: ago(900) })],
      ['3', contact('3', 'b', { name: '值班', phone: '总机转' })],
    ]);
    const changes: RowChange[] = [
      {
        kind: 'team',
        id: 'b',
        name: '城北分队',
        before: { rank: 1, seconds: 60 },
        now: { rank: 2, seconds: 600 },
        closed: ['k'],
        opened: [],
      },
    ];
    const given = { contacts, changes, obstacleName: () => '塌方' };
    const lines = answerText(documentOf(register, given)).split('\n');
    expect(lines.filter((line) => line.includes('电话'))).toEqual([
      '   电话：旧号 0000-5552333',
      '   电话：值班 总机转',
      '   电话：未登记',
      '含联系电话，仅限内部使用',
    ]);
    expect(lines.find((line) => line.includes('塌方'))).toContain('10 分钟');
    speak('en');
    const english = answerText(documentOf(register, given));
    expect(english).toContain('Telephone: 旧号 0000-5552333');
    expect(english).toContain('Telephone: none on record');
    // A role that sees no numbers reads nothing about them, also not that there are none.
    speak('zh-CN');
    expect(answerText(documentOf(register, { contacts: null }))).not.toContain('电话');
  });

  it('carries its incident, time, data age, order, limits and every row', () => {
    const text = answerText(
      documentOf({
        team: [
          team('a', { name: '城中分队', lng: 113.01, people: 52, source: '县局台账' }),
          team('b', {
            name: '城北分队',
            lng: 113.02,
            availability: 'available',
            availabilityAt: ago(60),
          }),
          team('c', { name: '外省队', lng: 120 }),
        ],
      }),
    );
    expect(text.split('\n')).toEqual([
      '谁最近：队伍',
      '事件：双汊镇内涝',
      '类型：内涝，Ⅲ级 较大',
      '发生：2026-11-22 11:50（已过 10 分钟）',
      '位置：113.000000, 29.000000（WGS-84，经度在前）',
      '生成：2026-11-22 12:00（Asia/Shanghai）',
      '数据截至：2026-11-22 11:59',
      '排序：直线距离，不是道路里程',
      '范围：前 10 个，半径 50 公里',
      '条件：无',
      '',
      '1. 城中分队，970 米（直线距离）',
      '   rescue；52 人；未知：待命状态未知；资料 1 天前、县局台账',
      '2. 城北分队，1.9 公里（直线距离）',
      '   rescue；待命（1 分钟前）；资料 1 天前、test',
      '',
      '未列入 1 个：',
      '- 超出半径（1）：外省队',
    ]);
  });

  it('says that it is a demonstration, first of all after the heading', () => {
    const preview = answerText(documentOf({ team: [team('a')] }, { isPreview: true }));
    expect(preview).toContain(t('closure.change.previewText'));
    expect(answerText(documentOf({ team: [team('a')] }))).not.toContain(
      t('closure.change.previewText'),
    );
    const lines = answerText(documentOf({ team: [team('a')] }, { isDemo: true })).split('\n');
    expect(lines[1]).toBe('【演示数据，不得用于真实处置】');
    expect(answerText(documentOf({ team: [team('a')] }))).not.toContain('演示');
  });

  it('names the conditions that held, and only those asked of this kind', () => {
    const filters = {
      ...question('team').filters,
      capability: '潜水',
      onlyAvailable: true,
      item: '帐篷',
    };
    const text = answerText(documentOf({ team: [team('a')] }, { filters }));
    expect(text).toContain('条件：具备 潜水；只列待命的（未知的仍列出）');
    expect(text).not.toContain('帐篷');
  });

  it('says when nothing is listed, how many were left out, and when the data is from nobody knows when', () => {
    const register = {
      team: Array.from({ length: 8 }, (_, i) => team(`t${i}`, { name: `队${i}`, lng: 120 })),
    };
    const text = answerText(
      documentOf(register, { dataAsOf: null, asked: { ...asked, title: ' ', level: null } }),
    );
    expect(text).toContain('没有可列出的队伍');
    expect(text).toContain('- 超出半径（8）：队0、队1、队2、队3、队4 等');
    expect(text).toContain('数据截至：不详');
    expect(text).toContain('事件：未保存的事件');
    expect(text).toContain('类型：内涝，未定级');
  });

  it('counts those farther away', () => {
    const register = { team: Array.from({ length: 13 }, (_, i) => team(`t${i}`)) };
    expect(answerText(documentOf(register))).toContain('另有 3 个排在后面的未列出');
  });

  it('is complete in English', () => {
    speak('en');
    const text = answerText(
      documentOf(
        { team: [team('a', { name: 'A', lng: 113.01 })] },
        { asked: { ...asked, title: 'Flooding' } },
      ),
    );
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(text).toContain('1. A, 970 m (straight line)');
  });
});

describe('conditions', () => {
  const none = question('team').filters;
  it('narrow only what they are asked of', () => {
    expect(isNarrowed('team', none)).toBe(false);
    expect(isNarrowed('team', { ...none, item: '帐篷' })).toBe(false);
    expect(isNarrowed('depot', { ...none, item: '帐篷' })).toBe(true);
    expect(isNarrowed('hazard', { ...none, radius: 1000 })).toBe(true);
    expect(conditionTexts('shelter', { ...none, freeCapacity: 1200 })).toEqual([
      '空余床位至少 1,200',
    ]);
    expect(conditionTexts('depot', { ...none, item: '帐篷', itemQuantity: 40 })).toEqual([
      '帐篷 至少 40',
    ]);
  });

  it('offer a radius that takes in the nearest beyond it', () => {
    const far = rankCandidates(question('team'), tables({ team: [team('a', { lng: 114 })] }));
    expect(widerRadius(far)).toBe(100_000);
    const farther = rankCandidates(question('team'), tables({ team: [team('a', { lng: 120 })] }));
    expect(widerRadius(farther)).toBe(700_000);
    expect(widerRadius(rankCandidates(question('team'), tables({ team: [team('a')] })))).toBeNull();
  });
});
