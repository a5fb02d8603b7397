// Replaces modules that gray-matter requires but the core must not have: the file system, and engines other than ours.
module.exports = {};
