"""Takes collections apart with what Python has, and prints a line for each: name, parts, seconds of processor time.

Needs warcio (pip install warcio==1.8.1) for web archives; a peer that is not installed is left out.
"""

import json
import mailbox
import sys
import time


def mails(path):
    # A message as bytes, not parsed: what taking apart needs.
    box = mailbox.mbox(path, create=False)
    return sum(1 for key in box.iterkeys() if box.get_bytes(key))


def pages(path):
    from warcio.archiveiterator import ArchiveIterator

    with open(path, "rb") as stream:
        return sum(1 for record in ArchiveIterator(stream) if record.rec_type == "response" and record.content_stream().read())


def lines(path):
    with open(path, "rb") as stream:
        return sum(1 for line in stream if json.loads(line))


PEERS = {".mbox": ("mailbox", mails), ".warc": ("warcio", pages), ".warc.gz": ("warcio", pages), ".jsonl": ("json", lines)}

for path in sys.argv[1:]:
    for ending, (name, count) in PEERS.items():
        if path.endswith(ending):
            start = time.process_time()
            try:
                print(name, count(path), time.process_time() - start, flush=True)
            except ImportError:
                print(name, "is not installed", file=sys.stderr)
