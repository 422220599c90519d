/*
 * How each server wants to be talked to. What crosses has the same content everywhere: a candidate as browsers give it,
 * a description of 3 KB, or nothing; the envelope is each protocol's own.
 */
#include "load.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

static const char *const TYPES[KIND_COUNT] = {"ice-candidate", "video-offer-request", "video-offer-response", "ringing",
                                              "ack"};
static const char *const PEERJS_TYPES[KIND_COUNT] = {"CANDIDATE", "OFFER", "ANSWER", "CANDIDATE", "CANDIDATE"};

static bool contains(const char *text, size_t length, const char *part) {
  return memmem(text, length, part, strlen(part)) != NULL;
}

/* Finds the string value behind `"name":"`; NULL if there is none. */
static const char *findValue(const char *text, size_t length, const char *name, size_t *valueLength) {
  char key[32];
  size_t keyLength = (size_t)snprintf(key, sizeof key, "\"%s\":\"", name);
  const char *value = memmem(text, length, key, keyLength);
  if (!value) return NULL;
  value += keyLength;
  const char *end = memchr(value, '"', length - (size_t)(value - text));
  if (!end) return NULL;
  *valueLength = (size_t)(end - value);
  return value;
}

static const char *content(Kind kind) {
  static char description[2][3100];
  switch (kind) {
    case CANDIDATE:
      return "\"candidates\":[{\"candidate\":\"candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr "
             "0.0.0.0 rport 0\",\"sdpMid\":\"0\"}]";
    case OFFER:
    case ANSWER: {
      char *text = description[kind == ANSWER];
      if (*text) return text;
      size_t at = (size_t)snprintf(text, 200, "\"audio\":true,\"video\":true,\"description\":{\"type\":\"%s\",\"sdp\":\"",
                                   kind == OFFER ? "offer" : "answer");
      for (int line = 0; at < 2900; line++) {
        at += (size_t)snprintf(text + at, 120, "a=rtpmap:%d VP8/90000\\r\\na=rtcp-fb:%d goog-remb\\r\\n", line, line);
      }
      snprintf(text + at, 10, "\"}");
      return text;
    }
    case ACK:
      return "\"ackedTabId\":\"Zm9vYmFyYmF6cXV4Zm9vYg\",\"ack\":1";
    default:
      return "\"seq\":1";
  }
}

/* Ours, and that of the plain relays, so that these have the very same text to forward. */
static size_t writeOurs(const Connection *from, Kind kind, char *text, size_t size) {
  return (size_t)snprintf(text, size,
                          "{\"type\":\"%s\",\"id\":\"%s\",\"clientId\":\"%s\",\"callId\":\"Y2FsbC0%d\",\"tabId\":"
                          "\"dGFi\",\"seq\":1,\"t\":\"0000000000000000\",%s}",
                          TYPES[kind], from->id, from->peer->id, from->slot, content(kind));
}

static void pathOurs(const Connection *connection, char *path, size_t size) {
  (void)connection;
  snprintf(path, size, "/socket");
}

int refusals;

static void countRefusal(const char *text, size_t length) {
  if (!contains(text, length, "\"type\":\"error\"")) return;
  if (refusals++ < 3) fprintf(stderr, "the server says %.*s\n", (int)length, text);
}

static void encodeBase64Url(const unsigned char *bytes, int length, char *text) {
  int written = EVP_EncodeBlock((unsigned char *)text, bytes, length);
  while (written > 0 && text[written - 1] == '=') written--;
  text[written] = 0;
  for (char *c = text; *c; c++) *c = *c == '+' ? '-' : *c == '/' ? '_' : *c;
}

void createKey(Connection *connection) {
  EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
  if (!key) fail("cannot make an Ed25519 key");
  connection->key = key;
}

static size_t appendField(unsigned char *bytes, size_t at, const char *text, size_t length) {
  bytes[at] = bytes[at + 1] = bytes[at + 2] = 0;
  bytes[at + 3] = (unsigned char)length;
  memcpy(bytes + at + 4, text, length);
  return at + 4 + length;
}

/* PROTOCOL.md, Proof of an ID. */
static void registerWithProof(Connection *connection, const char *nonce, size_t nonceLength) {
  unsigned char transcript[256], key[32], signature[64];
  char host[32], publicKey[64], encoded[128], text[512];
  size_t keyLength = sizeof key, signatureLength = sizeof signature, at;
  int hostLength = snprintf(host, sizeof host, "127.0.0.1:%d", options.port);
  at = appendField(transcript, 0, "video-calling/register/1", 24);
  at = appendField(transcript, at, nonce, nonceLength);
  at = appendField(transcript, at, host, (size_t)hostLength);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (EVP_DigestSignInit(context, NULL, NULL, NULL, connection->key) != 1 ||
      EVP_DigestSign(context, signature, &signatureLength, transcript, at) != 1 ||
      EVP_PKEY_get_raw_public_key(connection->key, key, &keyLength) != 1) {
    fail("cannot sign");
  }
  EVP_MD_CTX_free(context);
  encodeBase64Url(key, 32, publicKey);
  encodeBase64Url(signature, 64, encoded);
  int length = snprintf(text, sizeof text, "{\"type\":\"register\",\"publicKey\":\"%s\",\"signature\":\"%s\"}", publicKey,
                        encoded);
  sendText(connection, text, (size_t)length);
}

static bool receiveOurs(Connection *connection, const char *text, size_t length) {
  static const char PONG[] = "{\"type\":\"pong\"}", REGISTER[] = "{\"type\":\"register\"}";
  size_t valueLength;
  if (connection->state == REGISTERED) {
    if (length > 20) {
      if (contains(text, length, "\"t\":\"")) return true;
      countRefusal(text, length);
    } else if (contains(text, length, "\"ping\"")) {
      sendText(connection, PONG, sizeof PONG - 1);
    }
    return false;
  }
  const char *nonce = findValue(text, length, "nonce", &valueLength);
  if (nonce && connection->key) {
    registerWithProof(connection, nonce, valueLength);
  } else if (nonce) {
    sendText(connection, REGISTER, sizeof REGISTER - 1);
  } else if (contains(text, length, "\"registered\"")) {
    const char *id = findValue(text, length, "id", &valueLength);
    if (id) markRegistered(connection, id, valueLength);
  }
  countRefusal(text, length);
  return false;
}

/* IDs of the same form as ours, where the client chooses them. */
static void chooseId(const Connection *connection, char *id, size_t size) {
  snprintf(id, size, "k7mq-2vhd-%04d-%04d", connection->slot / 10000, connection->slot % 10000);
}

static void greetPlain(Connection *connection) {
  char id[32], text[96];
  chooseId(connection, id, sizeof id);
  int length = snprintf(text, sizeof text, "{\"type\":\"register\",\"id\":\"%s\"}", id);
  sendText(connection, text, (size_t)length);
}

/* A plain relay says `registered`, and nothing more of its own. */
static bool receivePlain(Connection *connection, const char *text, size_t length) {
  if (connection->state == REGISTERED) return contains(text, length, "\"t\":\"");
  char id[32];
  chooseId(connection, id, sizeof id);
  if (contains(text, length, "\"registered\"")) markRegistered(connection, id, strlen(id));
  return false;
}

static void pathPeerJs(const Connection *connection, char *path, size_t size) {
  char id[32];
  chooseId(connection, id, sizeof id);
  snprintf(path, size, "/peerjs?key=peerjs&id=%s&token=t0k3n%d&version=1.5.5", id, connection->slot);
}

static size_t writePeerJs(const Connection *from, Kind kind, char *text, size_t size) {
  return (size_t)snprintf(text, size,
                          "{\"type\":\"%s\",\"payload\":{\"t\":\"0000000000000000\",%s,\"type\":\"media\","
                          "\"connectionId\":\"mc_%010d\"},\"dst\":\"%s\"}",
                          PEERJS_TYPES[kind], content(kind), from->slot, from->peer->id);
}

static bool receivePeerJs(Connection *connection, const char *text, size_t length) {
  if (connection->state == REGISTERED) return contains(text, length, "\"t\":\"");
  char id[32];
  chooseId(connection, id, sizeof id);
  if (contains(text, length, "\"OPEN\"")) markRegistered(connection, id, strlen(id));
  if (contains(text, length, "\"ERROR\"")) fail("the server says %.*s", (int)length, text);
  return false;
}

static void pathSocketIo(const Connection *connection, char *path, size_t size) {
  (void)connection;
  snprintf(path, size, "/socket.io/?EIO=4&transport=websocket");
}

static size_t writeSocketIo(const Connection *from, Kind kind, char *text, size_t size) {
  size_t at = (size_t)snprintf(text, size, "42[\"relay\",");
  at += writeOurs(from, kind, text + at, size - at);
  return at + (size_t)snprintf(text + at, size - at, "]");
}

/* Engine.IO 4 and Socket.IO 5: 0 open, 2 ping, 3 pong, 40 connect, 42 event. */
static bool receiveSocketIo(Connection *connection, const char *text, size_t length) {
  if (length == 0) return false;
  if (text[0] == '2') return sendText(connection, "3", 1), false;
  if (text[0] == '0') return sendText(connection, "40", 2), false;
  if (length < 2 || text[0] != '4') return false;
  if (connection->state == REGISTERED) return contains(text, length, "\"t\":\"");
  char id[32], message[96];
  chooseId(connection, id, sizeof id);
  if (text[1] == '0') {
    sendText(connection, message, (size_t)snprintf(message, sizeof message, "42[\"register\",\"%s\"]", id));
  } else if (contains(text, length, "\"registered\"")) {
    markRegistered(connection, id, strlen(id));
  }
  return false;
}

void markRegistered(Connection *connection, const char *id, size_t length) {
  if (length >= sizeof connection->id) fail("an ID of %zu characters", length);
  memcpy(connection->id, id, length);
  connection->id[length] = 0;
  connection->state = REGISTERED;
  whenRegistered(connection);
}

static const Dialect DIALECTS[] = {
    {"ours", pathOurs, NULL, receiveOurs, writeOurs, NULL, 0},
    {"plain", pathOurs, greetPlain, receivePlain, writeOurs, NULL, 0},
    {"peerjs", pathPeerJs, NULL, receivePeerJs, writePeerJs, "{\"type\":\"HEARTBEAT\"}", 5000},
    {"socket.io", pathSocketIo, NULL, receiveSocketIo, writeSocketIo, NULL, 0},
};

const Dialect *findDialect(const char *name) {
  for (size_t i = 0; i < sizeof DIALECTS / sizeof *DIALECTS; i++) {
    if (strcmp(DIALECTS[i].name, name) == 0) return &DIALECTS[i];
  }
  fail("no dialect is called %s", name);
}
