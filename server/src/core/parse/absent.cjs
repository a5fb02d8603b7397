// Stands in for what gray-matter asks for and the core must not have: the file system, and engines other than ours.
module.exports = {};
