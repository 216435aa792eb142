import type { Page } from '@playwright/test';

/**
 * What does not fit: elements that reach beyond the window's sides, and words cut off in their box, each
 * described. Tabs that scroll on purpose and names that end in “…” on purpose do not count.
 */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const sideways = document.documentElement.scrollWidth - window.innerWidth;
    if (sideways > 0) found.push(`the page scrolls sideways by ${sideways}`);

    const visible = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('.sr-only, svg');
    const scrolls = (element: Element) =>
      element.closest('[role=tablist], pre, input, textarea, select') !== null;
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute('aria-label') || '').slice(0, 40)}”`;

    for (const element of document.querySelectorAll('body *')) {
      if (!(element instanceof HTMLElement) || !visible(element)) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width < 2) continue;
      const leaf = element.matches('button, a, p, h1, h2, h3, label, input, select, li, legend, [role=tab]');
      if (leaf && !scrolls(element) && (left < -1 || right > window.innerWidth + 1)) {
        found.push(`${named(element)} stands from ${Math.round(left)} to ${Math.round(right)}`);
      }
      const { overflowX, textOverflow } = getComputedStyle(element);
      const cut = element.scrollWidth - element.clientWidth > 1;
      if (cut && element.matches('button, a, [role=tab]') && !scrolls(element)) {
        found.push(`${named(element)} is cut by ${element.scrollWidth - element.clientWidth}`);
      } else if (cut && overflowX !== 'visible' && textOverflow !== 'ellipsis' && !scrolls(element)) {
        found.push(`${named(element)} holds ${element.scrollWidth - element.clientWidth} too much`);
      }
    }
    return found;
  });
}
