/*
 * What the parts of the load generator share. It is in C because it has to be faster than what it measures; it speaks
 * just enough of WebSocket (RFC 6455) for that, and trusts the servers, which are ours.
 *
 *   main.c ──► works.c ──► connection.c ──► the kernel
 *                  └─────► dialect.c (what each server wants to hear)
 */
#ifndef LOAD_H
#define LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct {
  char *bytes;
  size_t length, capacity;
} Buffer;

typedef enum { CLOSED, CONNECTING, UPGRADING, GREETING, REGISTERED } State;

typedef enum { CANDIDATE, OFFER, ANSWER, SHORT, ACK, KIND_COUNT } Kind;

typedef struct Connection {
  int fd;
  int slot; /* Its place among all; chooses its address and its name. */
  State state;
  bool isDirty; /* Waits in the list of those to flush. */
  bool isWaitingToWrite;
  char id[48];
  uint64_t startedNs;
  Buffer in, out;
  struct Connection *peer; /* To whom it sends. */
  Buffer frames[KIND_COUNT]; /* Ready to send to `peer`, but for the time in them. */
  size_t timeAt[KIND_COUNT];
  int step, underWay; /* Of the call that it is in: where in the script, and how many messages have yet to arrive. */
  void *key; /* Of its ID, where it proves one. */
} Connection;

/* How one server is talked to. */
typedef struct {
  const char *name;
  void (*writePath)(const Connection *connection, char *path, size_t size);
  /* Speaks first once the socket is open; may be NULL. */
  void (*greet)(Connection *connection);
  /* Acts on what the server says for itself; true if `text` came from a peer. */
  bool (*receive)(Connection *connection, const char *text, size_t length);
  /* Writes the message for `peer` as text, with sixteen digits of time in it. */
  size_t (*write)(const Connection *from, Kind kind, char *text, size_t size);
  /* What a client of this server sends by itself to be kept, and how often; NULL for none. */
  const char *heartbeat;
  int heartbeatMs;
} Dialect;

typedef struct {
  const Dialect *dialect;
  int port;
  pid_t serverPid;
  int pairs, window, count, atOnce, cycles;
  Kind kind;
  double rate, warmupSeconds, seconds;
  bool isProved, isOwnScript, isSingle;
} Options;

extern Options options;

/* connection.c */
uint64_t nowNs(void);
void openLoop(void);
void openConnection(Connection *connection);
/* Lets the sockets that are opened from now on come from other addresses. */
void moveAddresses(void);
/* Takes the socket away without a close frame, or with one. */
void dropConnection(Connection *connection, bool isPolite);
void sendText(Connection *connection, const char *text, size_t length);
void sendToPeer(Connection *connection, Kind kind, uint64_t timeNs);
/* Handles what has come, after waiting `timeoutMs` for it at most. */
void turnLoop(int timeoutMs);
void append(Buffer *buffer, const void *bytes, size_t length);

/* dialect.c */
/* Errors that the server has answered with. */
extern int refusals;
const Dialect *findDialect(const char *name);
void createKey(Connection *connection);
void markRegistered(Connection *connection, const char *id, size_t length);

/* works.c: told by the loop */
void whenRegistered(Connection *connection);
void whenReceived(Connection *connection, const char *text, size_t length);
void whenLost(Connection *connection, const char *why);
/* works.c: one of `relay`, `rate`, `calls`, `storm`, `cycles`, `churn`; prints one line of JSON. */
void runWork(const char *name);

/* numbers.c */
void addSample(uint64_t valueNs);
void clearSamples(void);
size_t sampleCount(void);
/* In microseconds; `share` from 0 to 1. */
double percentileUs(double share);
/* Of this process if `pid` is 0. */
double readCpuMs(pid_t pid);
double readRssKib(pid_t pid);

void fail(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif
