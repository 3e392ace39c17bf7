import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const names: Record<Theme, string> = { auto: 'As the system', light: 'Light', dark: 'Dark' };
const storageKey = 'tracelings-theme';

/** Light, dark, or as the system has it; remembered by the browser. */
export function ThemeChoice(): ComponentChild {
  const [theme, setTheme] = useState<Theme>('auto');
  useEffect(() => setTheme(storedTheme()), []);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const choose = (event: { readonly currentTarget: HTMLSelectElement }): void => {
    const chosen = themeOf(event.currentTarget.value);
    setTheme(chosen);
    store(chosen);
  };
  return h(
    'label',
    { class: 'theme' },
    h('span', { class: 'spoken' }, 'Theme'),
    h(
      'select',
      { value: theme, onChange: choose },
      themes.map((each) => h('option', { value: each, key: each }, names[each])),
    ),
  );
}

function storedTheme(): Theme {
  try {
    return themeOf(localStorage.getItem(storageKey));
  } catch {
    return 'auto';
  }
}

/** A browser that stores nothing shows the theme all the same. */
function store(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Nothing is lost but the memory of it.
  }
}

function themeOf(text: string | null): Theme {
  return themes.find((theme) => theme === text) ?? 'auto';
}
