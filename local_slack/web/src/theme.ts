// Light, dark, or as the system has it. The drawing library reads `data-theme` too.

import { useLayoutEffect, useState } from "react";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_AS = "local-slack-theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

function kept(): Theme {
  return THEMES.find((each) => each === localStorage.getItem(KEPT_AS)) ?? "system";
}

/** Returns the theme that was chosen, and what goes on to the next one. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(kept);
  useLayoutEffect(() => {
    const apply = () => {
      const shown = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
      document.documentElement.dataset.theme = shown;
    };
    apply();
    localStorage.setItem(KEPT_AS, theme);
    dark.addEventListener("change", apply);
    return () => dark.removeEventListener("change", apply);
  }, [theme]);
  return [theme, () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!)];
}
