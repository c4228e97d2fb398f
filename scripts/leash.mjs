// Loaded into a child process: it ends when the process that started it is gone, however that ended.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5_000).unref();
});
