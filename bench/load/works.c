/*
 * The kinds of work, each of which prints one line of JSON: times in µs unless the name says otherwise, `cpuMs` of the
 * server over `seconds`.
 */
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * A call, as who sends what: `>` the caller, `<` the callee; an Offer, an Answer, a Candidate, something Short, or an
 * acKnowledgement. What stands together goes together, and waits until all before it has arrived.
 */
typedef const char *Script;

/* What a call needs anywhere: to ask, to ring, to answer, to settle, and six candidates each way, which wait for none
 * of the other end's: those of its interfaces, those that STUN has found, and the relay's. */
static const Script SAME_SCRIPT = ">O <S <A >S >C>C<C<C >C>C<C<C >C>C<C<C";
/* The same in single file, which is the dearest way for a server. */
static const Script SINGLE_SCRIPT = ">O <S <A >S >C <C >C <C >C <C >C <C >C <C >C <C";
/* What our pages really send: candidates in one message, each message acknowledged. */
static const Script OUR_SCRIPT = ">O <K<S >K <A >K>S <K >C <K";
/* What PeerJS really sends: it rings when the offer is there, and each candidate has a message of its own. */
static const Script PEERJS_SCRIPT = ">O <A >C>C<C<C >C>C<C<C >C>C<C<C";

static Connection *connections;
static int opened, registered, lost, inFlight;
static bool isConnecting, isMeasuring, isClosedLoop;
static uint64_t sent, received, registeredNs;
static Script script;

static void sendCounted(Connection *from, Kind kind, uint64_t dueNs) {
  sent++;
  sendToPeer(from, kind, dueNs);
}

static double secondsSince(uint64_t startNs) { return (double)(nowNs() - startNs) / 1e9; }

static void openNext(void) {
  if (!isConnecting || opened == options.count) return;
  inFlight++;
  openConnection(&connections[opened++]);
}

void whenRegistered(Connection *connection) {
  uint64_t tookNs = nowNs() - connection->startedNs;
  registeredNs += tookNs;
  registered++;
  inFlight--;
  if (isConnecting) addSample(tookNs);
  openNext();
}

void whenLost(Connection *connection, const char *why) {
  if (lost++ < 3) fprintf(stderr, "socket %d was lost: %s\n", connection->slot, why);
}

/* Opens all that are to be open, so many at a time, and returns when they are registered. */
static double connectAll(void) {
  clearSamples();
  opened = registered = inFlight = 0;
  isConnecting = true;
  uint64_t startNs = nowNs();
  while (inFlight < options.atOnce && opened < options.count) openNext();
  while (registered + lost < options.count) {
    turnLoop(100);
    if (secondsSince(startNs) > 120) fail("%d of %d registered after 120 s", registered, options.count);
  }
  isConnecting = false;
  return secondsSince(startNs);
}

static void createConnections(void) {
  connections = calloc((size_t)options.count, sizeof *connections);
  if (!connections) fail("no memory");
  for (int i = 0; i < options.count; i++) {
    connections[i].slot = i;
    if (options.isProved) createKey(&connections[i]);
  }
}

static void pairUp(void) {
  for (int i = 0; i + 1 < options.count; i += 2) {
    connections[i].peer = &connections[i + 1];
    connections[i + 1].peer = &connections[i];
  }
}

static Kind readKind(char letter) {
  switch (letter) {
    case 'O': return OFFER;
    case 'A': return ANSWER;
    case 'C': return CANDIDATE;
    case 'K': return ACK;
    default: return SHORT;
  }
}

static void advanceCall(Connection *caller) {
  if (caller->underWay > 0) return;
  const char *step = script + caller->step;
  if (*step == 0) {
    if (isMeasuring) addSample(nowNs() - caller->startedNs);
    caller->step = -1;
    return;
  }
  for (; *step != 0 && *step != ' '; step += 2) {
    caller->underWay++;
    sendCounted(step[0] == '>' ? caller : caller->peer, readKind(step[1]), nowNs());
  }
  caller->step = (int)(step - script) + (*step == ' ');
}

static void countArrival(Connection *caller) {
  caller->underWay--;
  advanceCall(caller);
}

void whenReceived(Connection *connection, const char *text, size_t length) {
  received++;
  if (script) return countArrival(connection->slot % 2 == 0 ? connection : connection->peer);
  if (isMeasuring) {
    const char *time = memmem(text, length, "\"t\":\"", 5);
    char digits[17] = {0};
    if (time) memcpy(digits, time + 5, 16);
    addSample(nowNs() - strtoull(digits, NULL, 16));
  }
  if (isClosedLoop && connection->peer) sendCounted(connection->peer, options.kind, nowNs());
}

/* What clients send by themselves, spread evenly over the interval. */
static void beat(void) {
  static int cursor;
  static uint64_t lastNs;
  const Dialect *dialect = options.dialect;
  if (!dialect->heartbeat) return;
  uint64_t now = nowNs(), eachNs = (uint64_t)dialect->heartbeatMs * 1000000u / (uint64_t)options.count;
  if (lastNs == 0 || now - lastNs > 1000000000u) lastNs = now;
  for (; lastNs + eachNs <= now; lastNs += eachNs) {
    Connection *connection = &connections[cursor++ % options.count];
    if (connection->state == REGISTERED) sendText(connection, dialect->heartbeat, strlen(dialect->heartbeat));
  }
}

/* Offers `options.rate` pieces of work a second, whatever the server does, or none, for a while. */
static void runFor(double seconds, void (*offer)(uint64_t dueNs)) {
  uint64_t startNs = nowNs(), offered = 0;
  double eachNs = options.rate > 0 ? 1e9 / options.rate : 0;
  for (;;) {
    uint64_t elapsedNs = nowNs() - startNs;
    if ((double)elapsedNs > seconds * 1e9) return;
    while (offer && (double)offered * eachNs <= (double)elapsedNs) offer(startNs + (uint64_t)((double)offered++ * eachNs));
    beat();
    /* A timer is late by more than a message takes, so a high rate is kept by never waiting. */
    turnLoop(offer && eachNs < 1e7 ? 0 : 1);
  }
}

static void offerMessage(uint64_t dueNs) {
  static int turn;
  sendCounted(&connections[turn++ % options.pairs * 2], options.kind, dueNs);
}

static uint64_t late;

static void offerCall(uint64_t dueNs) {
  static int turn;
  Connection *caller = &connections[turn++ % options.pairs * 2];
  if (caller->step >= 0 && caller->startedNs > 0 && isMeasuring) late++;
  if (caller->step >= 0) return;
  caller->step = caller->underWay = 0;
  caller->startedNs = dueNs;
  advanceCall(caller);
}

/* Waits for what is still under way, and counts what does not come as lost: a relay that drops must not look fast. */
static void drain(void) {
  uint64_t startNs = nowNs();
  isClosedLoop = false;
  while (received < sent && secondsSince(startNs) < 2) turnLoop(1);
  if (received < sent) lost += (int)(sent - received);
}

static void measure(void (*offer)(uint64_t dueNs)) {
  runFor(options.warmupSeconds, offer);
  clearSamples();
  isMeasuring = true;
  uint64_t before = received, startNs = nowNs();
  double cpuMs = readCpuMs(options.serverPid), ownMs = readCpuMs(0);
  runFor(options.seconds, offer);
  double seconds = secondsSince(startNs), usedMs = readCpuMs(options.serverPid) - cpuMs;
  uint64_t count = script ? sampleCount() : received - before;
  drain();
  isMeasuring = false;
  if (count == 0) fail("nothing came through");
  printf("{\"count\":%llu,\"loadTotalMs\":%.0f,\"seconds\":%.3f,\"cpuMs\":%.0f,\"loadCpuMs\":%.0f,\"perSecond\":%.0f,\"cpuUs\":%.3f,"
         "\"p50\":%.1f,\"p99\":%.1f,\"p999\":%.1f,\"errors\":%d,\"late\":%llu}\n",
         (unsigned long long)count, readCpuMs(0), seconds, usedMs, readCpuMs(0) - ownMs, (double)count / seconds,
         usedMs * 1e3 / (double)count, percentileUs(.5), percentileUs(.99), percentileUs(.999), lost + refusals,
         (unsigned long long)late);
}

static void relay(void (*offer)(uint64_t dueNs)) {
  options.count = options.pairs * 2;
  createConnections();
  connectAll();
  pairUp();
  isClosedLoop = offer == NULL;
  for (int i = 0; isClosedLoop && i < options.pairs; i++) {
    for (int inWindow = 0; inWindow < options.window; inWindow++) sendCounted(&connections[i * 2], options.kind, nowNs());
  }
  measure(offer);
}

static void calls(void) {
  bool isPeerJs = strcmp(options.dialect->name, "peerjs") == 0;
  script = options.isSingle       ? SINGLE_SCRIPT
           : !options.isOwnScript ? SAME_SCRIPT
           : isPeerJs             ? PEERJS_SCRIPT
                                  : OUR_SCRIPT;
  options.count = options.pairs * 2;
  createConnections();
  connectAll();
  pairUp();
  for (int i = 0; i < options.count; i++) connections[i].step = -1;
  measure(offerCall);
}

/* Registers all, and then leaves them idle for `options.seconds`. */
static void storm(void) {
  createConnections();
  double baseKib = readRssKib(options.serverPid), cpuMs = readCpuMs(options.serverPid);
  double seconds = connectAll(), usedMs = readCpuMs(options.serverPid) - cpuMs;
  double rssKib = readRssKib(options.serverPid), p50 = percentileUs(.5), p99 = percentileUs(.99);
  runFor(options.warmupSeconds, NULL);
  cpuMs = readCpuMs(options.serverPid);
  runFor(options.seconds, NULL);
  double idleMs = readCpuMs(options.serverPid) - cpuMs, laterKib = readRssKib(options.serverPid);
  printf("{\"count\":%d,\"loadTotalMs\":%.0f,\"seconds\":%.3f,\"cpuMs\":%.0f,\"cpuUs\":%.1f,\"p50\":%.0f,"
         "\"p99\":%.0f,\"errors\":%d,\"baseKib\":%.0f,\"rssKib\":%.0f,\"kibPerSocket\":%.2f,\"idleSeconds\":%.1f,\"idleCpuMs\":%.0f}\n",
         options.count, readCpuMs(0), seconds, usedMs, usedMs * 1e3 / options.count, p50, p99, lost + refusals,
         baseKib, rssKib, (laterKib - baseKib) / options.count, options.seconds, idleMs);
}

/* Registers all and takes their sockets away without a word, again and again. */
static void cycles(void) {
  createConnections();
  double baseKib = readRssKib(options.serverPid), peakKib = 0;
  for (int cycle = 0; cycle < options.cycles; cycle++) {
    connectAll();
    double rssKib = readRssKib(options.serverPid);
    if (rssKib > peakKib) peakKib = rssKib;
    for (int i = 0; i < options.count; i++) dropConnection(&connections[i], false);
    moveAddresses();
  }
  double endKib = readRssKib(options.serverPid);
  runFor(options.seconds, NULL);
  printf("{\"count\":%d,\"loadTotalMs\":%.0f,\"baseKib\":%.0f,\"peakKib\":%.0f,\"endKib\":%.0f,\"laterKib\":%.0f,"
         "\"errors\":%d}\n",
         options.count, readCpuMs(0), baseKib, peakKib, endKib, readRssKib(options.serverPid), lost + refusals);
}

static uint64_t churned;

static void offerChange(uint64_t dueNs) {
  (void)dueNs;
  Connection *connection = &connections[rand() % options.count];
  if (connection->state != REGISTERED) return;
  Connection *other = &connections[rand() % options.count];
  if (other != connection && other->state == REGISTERED) {
    connection->peer = other;
    connection->frames[CANDIDATE].length = 0;
    sendToPeer(connection, CANDIDATE, 0);
    turnLoop(0);
  }
  if (connection->state != REGISTERED) return;
  dropConnection(connection, churned++ % 2 == 0);
  openConnection(connection);
}

/* Holds so many sockets and replaces `options.rate` of them a second; tells the server's memory every ten seconds. */
static void churn(void) {
  createConnections();
  connectAll();
  srand(1);
  uint64_t startNs = nowNs();
  printf("{\"count\":%d,\"samples\":[", options.count);
  for (bool isFirst = true; secondsSince(startNs) < options.seconds; isFirst = false) {
    double share = (double)(uint64_t)secondsSince(startNs);
    printf("%s[%.0f,%.0f,%.0f]", isFirst ? "" : ",", share, readRssKib(options.serverPid), readCpuMs(options.serverPid));
    fflush(stdout);
    runFor(10, offerChange);
  }
  for (int i = 0; i < options.count; i++) dropConnection(&connections[i], false);
  runFor(2, NULL);
  printf("],\"connects\":%llu,\"laterKib\":%.0f,\"errors\":%d}\n", (unsigned long long)churned,
         readRssKib(options.serverPid),
         lost + refusals);
}

static void relayClosed(void) { relay(NULL); }
static void relayOpen(void) { relay(offerMessage); }

void runWork(const char *name) {
  static const struct {
    const char *name;
    void (*run)(void);
  } works[] = {{"relay", relayClosed}, {"rate", relayOpen}, {"calls", calls},
               {"storm", storm},       {"cycles", cycles},  {"churn", churn}};
  for (size_t i = 0; i < sizeof works / sizeof *works; i++) {
    if (strcmp(works[i].name, name) == 0) return works[i].run();
  }
  fail("no work is called %s", name);
}
