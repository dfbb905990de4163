package app.lede.lucene.segments;

import app.lede.search.segments.Segment;

/** A segment's bytes and its entry in the manifest. */
record Packed(Segment segment, byte[] bytes) {}
