import { Button, Menu } from '@mantine/core';
import { startClosure } from '../../actions/closures/start-closure.ts';
import { t } from '../../messages/index.ts';
import { useRegister } from '../../state/register.ts';

const TOOLS = ['road', 'line', 'area', 'point'] as const;

/** Put the map in hand: whoever goes on with the keyboard finds the cross there. */
const toMap = (): void => document.querySelector<HTMLElement>('#map canvas')?.focus();

/** The ways to say where a road is closed. */
export function CloseRoadMenu() {
  const drawing = useRegister((state) => state.drawing?.kind === 'closure');
  return (
    <Menu position="bottom-end" withArrow shadow="md" returnFocus={false}>
      <Menu.Target>
        <Button size="compact-sm" variant={drawing ? 'light' : 'default'}>
          {t('closure.closeRoad')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('closure.how')}</Menu.Label>
        {TOOLS.map((tool) => (
          <Menu.Item
            key={tool}
            onClick={() => {
              startClosure(tool);
              // After the menu has let go of the focus.
              requestAnimationFrame(toMap);
            }}
          >
            {t(`closure.tool.${tool}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
