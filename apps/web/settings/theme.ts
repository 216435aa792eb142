import { useEffect } from 'react';
import { useStored } from '../ui/stored.ts';
import { themeKey } from './theme-script.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Which of the two looks is wanted; `system` follows the device. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [stored, store] = useStored(themeKey);
  return [themes.find((theme) => theme === stored) ?? 'system', store];
}

/** Lets the page look as was chosen, on whatever screen. */
export function useChosenTheme(): void {
  const [theme] = useTheme();
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
