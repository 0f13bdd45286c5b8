import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { setLanguage } from '../../actions/set-language.ts';
import { setTheme } from '../../actions/set-theme.ts';
import { t, translate } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { Icon } from '../../ui/icon.tsx';

/** Switches to the other language, named in that language. */
export function LanguageButton({ short = false }: { short?: boolean }) {
  const language = useSession((state) => state.language);
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      lang={other}
      aria-label={`${t('shell.language')}: ${translate(other, 'shell.ownName')}`}
      onClick={() => setLanguage(other)}
    >
      {short ? translate(other, 'shell.ownNameShort') : translate(other, 'shell.ownName')}
    </Button>
  );
}

export function ThemeButton() {
  const theme = useSession((state) => state.theme);
  const label = theme === 'day' ? t('shell.toNight') : t('shell.toDay');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={label}
        onClick={() => setTheme(theme === 'day' ? 'night' : 'day')}
      >
        <Icon name={theme === 'day' ? 'moon' : 'sun'} />
      </ActionIcon>
    </Tooltip>
  );
}
