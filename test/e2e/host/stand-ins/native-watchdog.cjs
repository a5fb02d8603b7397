// Stands in for @vscode/native-watchdog, a native module that npm would have to compile: ends an extension host whose parent is gone.
exports.start = (parent) => {
  const isThere = () => {
    try {
      return process.kill(parent, 0);
    } catch {
      return false;
    }
  };
  setInterval(() => isThere() || process.exit(87), 3000).unref();
};
exports.exit = (code) => process.exit(code || 0);
