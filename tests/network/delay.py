#!/usr/bin/env python3
"""Delays the packets of netfilter queue 0 in this namespace, in order: delay.py DELAY_MS JITTER_MS.

Stands in for the kernel's netem where that is missing. Standard library only. Prints a line once it is bound.
"""
import random
import select
import socket
import struct
import sys
import time
from collections import deque

NETLINK_NETFILTER, SUBSYSTEM_QUEUE = 12, 3
PACKET, VERDICT, CONFIG = 0, 1, 2
ACCEPT = 1


def attribute(kind, data):
    return struct.pack("=HH", 4 + len(data), kind) + data + b"\0" * (-len(data) % 4)


def request(kind, body):
    header = struct.pack("=IHHII", 20 + len(body), SUBSYSTEM_QUEUE << 8 | kind, 1, 0, 0)
    return header + struct.pack(">BBH", 0, 0, 0) + body


def packet_ids(data):
    """Yields the id of each packet in a batch of netlink messages."""
    offset = 0
    while offset + 16 <= len(data):
        length, kind = struct.unpack_from("=IH", data, offset)
        if length < 16:
            return
        if kind == SUBSYSTEM_QUEUE << 8 | PACKET:
            at = offset + 20
            while at + 4 <= offset + length:
                size, name = struct.unpack_from("=HH", data, at)
                if name & 0x7FFF == 1:
                    yield struct.unpack_from(">I", data, at + 4)[0]
                    break
                at += max(4, size + 3 & ~3)
        offset += length + 3 & ~3


def main():
    delay, jitter = (float(argument) / 1000 for argument in sys.argv[1:3])
    link = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_NETFILTER)
    link.bind((0, 0))
    link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
    link.send(request(CONFIG, attribute(1, struct.pack(">BxH", 1, socket.AF_INET))))  # bind
    link.send(request(CONFIG, attribute(2, struct.pack(">IB", 0, 1))))  # no payload needed
    link.send(request(CONFIG, attribute(3, struct.pack(">I", 20000))))  # longest queue
    print("bound", flush=True)
    waiting, last = deque(), 0.0
    while True:
        now = time.monotonic()
        timeout = max(0, waiting[0][0] - now) if waiting else None
        if select.select([link], [], [], timeout)[0]:
            now = time.monotonic()
            for packet in packet_ids(link.recv(65536)):
                last = max(last, now + delay + random.uniform(-jitter, jitter))
                waiting.append((last, packet))
        now = time.monotonic()
        while waiting and waiting[0][0] <= now:
            link.send(request(VERDICT, attribute(2, struct.pack(">II", ACCEPT, waiting.popleft()[1]))))


main()
