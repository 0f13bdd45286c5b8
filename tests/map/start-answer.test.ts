import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, expect, it, vi } from 'vitest';
import { startAnswer } from '../../src/map/answer/start-answer.ts';
import type { AnswerScene, LinesMissing } from '../../src/map/answer/start-answer.ts';

const made = vi.hoisted(
  () => [] as { draw: ReturnType<typeof vi.fn>; remove: ReturnType<typeof vi.fn> }[],
);
vi.mock('../../src/map/answer/answer-overlay.ts', () => ({
  createAnswerOverlay: () => {
    const overlay = { draw: vi.fn(), remove: vi.fn() };
    made.push(overlay);
    return overlay;
  },
}));

class FakeMap {
  readonly heard = new Map<string, () => void>();
  on = (event: string, hear: () => void): void => void this.heard.set(event, hear);
  once = this.on;
  off = (event: string): void => void this.heard.delete(event);
}

const scene: AnswerScene = {
  shown: { from: [113, 29], answer: { kind: 'team', ranked: [] } as never, routes: null },
  hover: null,
  selection: null,
  theme: 'day',
  datum: 'wgs84',
  step: null,
};

afterEach(() => void made.splice(0));

it('says that the lines are gone with a lost context, and puts none on the restored one: a new map takes its place', async () => {
  const map = new FakeMap();
  const said: (LinesMissing | null)[] = [];
  const answer = startAnswer(map as unknown as MapLibreMap, (why) => said.push(why));
  answer.draw(scene);
  await vi.waitFor(() => expect(made[0]?.draw).toHaveBeenCalledTimes(1));
  map.heard.get('webglcontextlost')?.();
  expect(said.at(-1)).toBe('context-lost');
  map.heard.get('webglcontextrestored')?.();
  expect([said.at(-1), made.length]).toEqual(['context-lost', 1]);
  answer.stop();
  expect([made[0]?.remove.mock.calls.length, map.heard.size]).toEqual([1, 0]);
});
