/** Keeps the operator's token for as long as the tab is there, and never beyond. */
const key = 'earshot.operator';

export function readToken(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function keepToken(token: string): void {
  try {
    sessionStorage.setItem(key, token);
  } catch {
    // Blocked: the page that is open knows it, and asks again once it is opened anew.
  }
}

export function forgetToken(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Blocked: it was never kept.
  }
}
