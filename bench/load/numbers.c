/* Percentiles of what was timed, and what the kernel says of a process. */
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint64_t *samples;
static size_t count, capacity;
static bool isSorted;

void addSample(uint64_t valueNs) {
  if (count == capacity) {
    capacity = capacity ? capacity * 2 : 1 << 20;
    samples = realloc(samples, capacity * sizeof *samples);
    if (!samples) fail("no memory for %zu samples", capacity);
  }
  samples[count++] = valueNs;
  isSorted = false;
}

void clearSamples(void) { count = 0; }

size_t sampleCount(void) { return count; }

static int compare(const void *a, const void *b) {
  uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
  return left < right ? -1 : left > right;
}

double percentileUs(double share) {
  if (count == 0) return 0;
  if (!isSorted) qsort(samples, count, sizeof *samples, compare);
  isSorted = true;
  size_t at = (size_t)(share * (double)count);
  return (double)samples[at < count ? at : count - 1] / 1e3;
}

/* User and system time of a process, of threads that have ended too; the kernel counts in hundredths of a second. */
double readCpuMs(pid_t pid) {
  if (pid == 0) pid = getpid();
  char path[64], text[1024];
  snprintf(path, sizeof path, "/proc/%d/stat", pid);
  FILE *file = fopen(path, "r");
  if (!file) fail("the server has ended");
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = 0;
  char *rest = strrchr(text, ')');
  unsigned long user = 0, system = 0;
  /* Fields 14 and 15 of proc(5); the third follows the bracket. */
  if (!rest || sscanf(rest + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2) {
    fail("cannot read %s", path);
  }
  return (double)(user + system) * 1000.0 / (double)sysconf(_SC_CLK_TCK);
}

double readRssKib(pid_t pid) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/statm", pid);
  FILE *file = fopen(path, "r");
  long pages = 0;
  if (!file || fscanf(file, "%*d %ld", &pages) != 1) fail("the server has ended");
  fclose(file);
  return (double)pages * (double)sysconf(_SC_PAGESIZE) / 1024.0;
}
