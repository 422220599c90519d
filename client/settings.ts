/** What the person has set, kept in this browser; where site data is blocked it lasts as long as the page. */

type Setting = "name" | "relay-only";

export function readSetting(setting: Setting): string {
  try {
    return localStorage.getItem(setting) ?? "";
  } catch {
    return "";
  }
}

export function storeSetting(setting: Setting, value: string): void {
  try {
    localStorage.setItem(setting, value);
  } catch {
    // Site data is blocked; the signals hold the value as long as the page.
  }
}
