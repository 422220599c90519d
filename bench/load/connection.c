/*
 * Sockets, frames and the loop. One thread, level-triggered epoll; what is sent in one turn to one socket goes out in
 * one write. Each ninety of the sockets come from another loopback address, as people do, so that limits per
 * address hold as they are.
 */
#include "load.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SOCKETS_PER_ADDRESS = 90, EVENTS_MAX = 512, READ_SIZE = 1 << 18, TIME_DIGITS = 16 };

static int epollFd;
static Connection **dirty;
static size_t dirtyCount, dirtyCapacity;
static uint32_t generation;

uint64_t nowNs(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000ull + (uint64_t)time.tv_nsec;
}

void append(Buffer *buffer, const void *bytes, size_t length) {
  if (buffer->length + length > buffer->capacity) {
    buffer->capacity = (buffer->length + length) * 2;
    buffer->bytes = realloc(buffer->bytes, buffer->capacity);
    if (!buffer->bytes) fail("no memory for a buffer of %zu bytes", buffer->capacity);
  }
  memcpy(buffer->bytes + buffer->length, bytes, length);
  buffer->length += length;
}

void openLoop(void) {
  epollFd = epoll_create1(0);
  if (epollFd < 0) fail("epoll_create1: %s", strerror(errno));
}

static void watch(Connection *connection, int operation, uint32_t events) {
  struct epoll_event event = {.events = events, .data.ptr = connection};
  if (epoll_ctl(epollFd, operation, connection->fd, &event) < 0) fail("epoll_ctl: %s", strerror(errno));
}

/* The address of the sockets of one place in one generation: 127.1.0.0 and up. */
static uint32_t sourceAddress(int slot) {
  return 0x7f010000u + generation % 256 * 256 + (uint32_t)slot / SOCKETS_PER_ADDRESS;
}

void moveAddresses(void) { generation++; }

void openConnection(Connection *connection) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), yes = 1;
  if (fd < 0) fail("socket: %s", strerror(errno));
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
  struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(sourceAddress(connection->slot))};
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)options.port)};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(fd, (struct sockaddr *)&from, sizeof from) < 0) fail("bind: %s", strerror(errno));
  connection->fd = fd;
  connection->state = CONNECTING;
  connection->in.length = connection->out.length = 0;
  connection->isWaitingToWrite = true;
  connection->startedNs = nowNs();
  if (connect(fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) fail("connect: %s", strerror(errno));
  watch(connection, EPOLL_CTL_ADD, EPOLLIN | EPOLLOUT);
}

static void flush(Connection *connection) {
  Buffer *out = &connection->out;
  size_t sent = 0;
  while (sent < out->length) {
    ssize_t wrote = send(connection->fd, out->bytes + sent, out->length - sent, MSG_NOSIGNAL);
    if (wrote > 0) {
      sent += (size_t)wrote;
    } else if (errno == EAGAIN) {
      break;
    } else {
      out->length = 0;
      return; /* Reading will find out. */
    }
  }
  memmove(out->bytes, out->bytes + sent, out->length - sent);
  out->length -= sent;
  bool mustWait = out->length > 0;
  if (mustWait == connection->isWaitingToWrite) return;
  connection->isWaitingToWrite = mustWait;
  watch(connection, EPOLL_CTL_MOD, mustWait ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

static void markDirty(Connection *connection) {
  if (connection->isDirty) return;
  connection->isDirty = true;
  if (dirtyCount == dirtyCapacity) {
    dirtyCapacity = dirtyCapacity ? dirtyCapacity * 2 : 1024;
    dirty = realloc(dirty, dirtyCapacity * sizeof *dirty);
    if (!dirty) fail("no memory");
  }
  dirty[dirtyCount++] = connection;
}

/* A client's frames are masked (section 5.3); by zero, which costs the server the same and us nothing. */
static void appendFrame(Buffer *buffer, int opcode, const char *bytes, size_t length) {
  unsigned char head[8] = {(unsigned char)(0x80 | opcode)};
  size_t headLength = 6;
  if (length < 126) {
    head[1] = (unsigned char)(0x80 | length);
  } else {
    head[1] = 0x80 | 126;
    head[2] = (unsigned char)(length >> 8);
    head[3] = (unsigned char)length;
    headLength = 8;
  }
  append(buffer, head, headLength);
  append(buffer, bytes, length);
}

static void sendFrame(Connection *connection, int opcode, const char *bytes, size_t length) {
  if (connection->state < GREETING) return;
  appendFrame(&connection->out, opcode, bytes, length);
  markDirty(connection);
}

void sendText(Connection *connection, const char *text, size_t length) { sendFrame(connection, 1, text, length); }

void sendToPeer(Connection *connection, Kind kind, uint64_t timeNs) {
  Buffer *frame = &connection->frames[kind];
  if (frame->length == 0) {
    char text[8192];
    size_t length = options.dialect->write(connection, kind, text, sizeof text);
    appendFrame(frame, 1, text, length);
    char *time = memmem(frame->bytes, frame->length, "\"t\":\"", 5);
    if (!time) fail("a message of kind %d has no time in it", kind);
    connection->timeAt[kind] = (size_t)(time + 5 - frame->bytes);
  }
  for (int digit = 0; digit < TIME_DIGITS; digit++) {
    frame->bytes[connection->timeAt[kind] + (size_t)digit] = "0123456789abcdef"[timeNs >> (60 - 4 * digit) & 15];
  }
  append(&connection->out, frame->bytes, frame->length);
  markDirty(connection);
}

void dropConnection(Connection *connection, bool isPolite) {
  if (connection->state == CLOSED) return;
  if (isPolite) {
    sendFrame(connection, 8, "\x03\xe8", 2);
    flush(connection);
  }
  close(connection->fd); /* Takes it out of epoll too. */
  connection->state = CLOSED;
  connection->in.length = connection->out.length = 0;
  for (int kind = 0; kind < KIND_COUNT; kind++) connection->frames[kind].length = 0;
}

static void lose(Connection *connection, const char *why) {
  dropConnection(connection, false);
  whenLost(connection, why);
}

static void upgrade(Connection *connection) {
  char path[256], request[512];
  options.dialect->writePath(connection, path, sizeof path);
  int length = snprintf(
      request, sizeof request,
      "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
      path, options.port);
  connection->state = UPGRADING;
  append(&connection->out, request, (size_t)length);
  markDirty(connection);
}

/* Takes the response off the front of what came; false if it is not whole yet. */
static bool readResponse(Connection *connection, size_t *used) {
  Buffer *in = &connection->in;
  char *end = memmem(in->bytes, in->length, "\r\n\r\n", 4);
  if (!end) return false;
  if (in->length < 12 || memcmp(in->bytes, "HTTP/1.1 101", 12) != 0) {
    lose(connection, in->length > 12 ? (in->bytes[12] = 0, in->bytes) : "no answer");
    return false;
  }
  *used = (size_t)(end + 4 - in->bytes);
  connection->state = GREETING;
  if (options.dialect->greet) options.dialect->greet(connection);
  return true;
}

static void readFrames(Connection *connection) {
  Buffer *in = &connection->in;
  size_t at = 0;
  if (connection->state == UPGRADING && !readResponse(connection, &at)) return;
  while (connection->state >= GREETING && in->length - at >= 2) {
    const unsigned char *head = (unsigned char *)in->bytes + at;
    size_t length = head[1] & 127, headLength = 2;
    if (length == 126) {
      if (in->length - at < 4) break;
      length = (size_t)head[2] << 8 | head[3];
      headLength = 4;
    } else if (length == 127) {
      return lose(connection, "a frame over 64 KiB");
    }
    if (in->length - at < headLength + length) break;
    const char *payload = in->bytes + at + headLength;
    at += headLength + length;
    switch (head[0] & 15) {
      case 1:
        if (options.dialect->receive(connection, payload, length)) whenReceived(connection, payload, length);
        break;
      case 8:
        return lose(connection, "the server closed it");
      case 9:
        sendFrame(connection, 10, payload, length);
        break;
      default:
        break;
    }
  }
  if (connection->state == CLOSED) return;
  memmove(in->bytes, in->bytes + at, in->length - at);
  in->length -= at;
}

static void readSocket(Connection *connection) {
  static char bytes[READ_SIZE];
  ssize_t got = recv(connection->fd, bytes, sizeof bytes, 0);
  if (got > 0) {
    append(&connection->in, bytes, (size_t)got);
    readFrames(connection);
  } else if (got == 0) {
    lose(connection, "the server closed its socket");
  } else if (errno != EAGAIN) {
    lose(connection, strerror(errno));
  }
}

void turnLoop(int timeoutMs) {
  struct epoll_event events[EVENTS_MAX];
  int count = epoll_wait(epollFd, events, EVENTS_MAX, timeoutMs);
  for (int i = 0; i < count; i++) {
    Connection *connection = events[i].data.ptr;
    if (connection->state == CONNECTING && events[i].events & EPOLLOUT) upgrade(connection);
    if (connection->state != CLOSED && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) readSocket(connection);
    if (connection->state != CLOSED && events[i].events & EPOLLOUT) markDirty(connection);
  }
  for (size_t i = 0; i < dirtyCount; i++) {
    dirty[i]->isDirty = false;
    if (dirty[i]->state >= UPGRADING) flush(dirty[i]);
  }
  dirtyCount = 0;
}
