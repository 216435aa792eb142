/** @param {string} version `v20.20.2` */
function parse(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return { major, minor };
}

/** Whether this Node can install the rest. */
export function canSetUp(version) {
  return parse(version).major >= 20;
}

/** Whether this Node runs TypeScript and has node:sqlite, both without a flag. */
export function canRun(version) {
  const { major, minor } = parse(version);
  return major >= 24 || (major === 22 && minor >= 18);
}
