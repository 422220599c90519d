/*
 * load DIALECT PORT SERVER-PID WORK [name=value …]
 *
 * Values: pairs, window, rate (a second), count, atOnce, cycles, kind (candidate, offer), warmup and seconds, proved
 * (0, 1), own (0, 1: the call as this server's own client sets it up), single (0, 1:
 * each of its messages waits for the one before).
 */
#include "load.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

Options options = {
    .pairs = 50, .window = 1, .rate = 0, .count = 10000, .atOnce = 256, .cycles = 25, .warmupSeconds = 2, .seconds = 3};

void fail(const char *format, ...) {
  va_list values;
  va_start(values, format);
  fputs("load: ", stderr);
  vfprintf(stderr, format, values);
  fputc('\n', stderr);
  va_end(values);
  exit(1);
}

static void set(const char *name, const char *value) {
  double number = atof(value);
  if (strcmp(name, "pairs") == 0) options.pairs = (int)number;
  else if (strcmp(name, "window") == 0) options.window = (int)number;
  else if (strcmp(name, "rate") == 0) options.rate = number;
  else if (strcmp(name, "count") == 0) options.count = (int)number;
  else if (strcmp(name, "atOnce") == 0) options.atOnce = (int)number;
  else if (strcmp(name, "cycles") == 0) options.cycles = (int)number;
  else if (strcmp(name, "kind") == 0) options.kind = strcmp(value, "offer") == 0 ? OFFER : CANDIDATE;
  else if (strcmp(name, "warmup") == 0) options.warmupSeconds = number;
  else if (strcmp(name, "seconds") == 0) options.seconds = number;
  else if (strcmp(name, "proved") == 0) options.isProved = number != 0;
  else if (strcmp(name, "own") == 0) options.isOwnScript = number != 0;
  else if (strcmp(name, "single") == 0) options.isSingle = number != 0;
  else fail("no value is called %s", name);
}

int main(int count, char **words) {
  if (count < 5) fail("wants DIALECT PORT SERVER-PID WORK [name=value …]");
  options.dialect = findDialect(words[1]);
  options.port = atoi(words[2]);
  options.serverPid = atoi(words[3]);
  for (int i = 5; i < count; i++) {
    char *equals = strchr(words[i], '=');
    if (!equals) fail("%s is not name=value", words[i]);
    *equals = 0;
    set(words[i], equals + 1);
  }
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  openLoop();
  runWork(words[4]);
  return 0;
}
