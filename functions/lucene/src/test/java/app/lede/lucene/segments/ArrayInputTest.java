package app.lede.lucene.segments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.junit.jupiter.api.Test;

class ArrayInputTest {

    private static final int BEFORE = 3;

    /** A file that others surround in its array. */
    private static ArrayInput file(byte[] content) {
        byte[] array = new byte[BEFORE + content.length + 8];
        System.arraycopy(content, 0, array, BEFORE, content.length);
        return new ArrayInput("file", array, BEFORE, content.length);
    }

    @Test
    void numbers_are_read_as_they_were_written() throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeByte((byte) -1);
        out.writeShort((short) -2);
        out.writeInt(0x01020304);
        out.writeLong(0x0102030405060708L);
        out.writeVInt(300);
        for (int i = 0; i < 4; i++) {
            out.writeInt(i - 2);
        }
        out.writeLong(-5);
        out.writeInt(Float.floatToIntBits(1.5f));
        ArrayInput in = file(out.toArrayCopy());
        assertEquals(-1, in.readByte());
        assertEquals(-2, in.readShort());
        assertEquals(0x01020304, in.readInt());
        assertEquals(0x0102030405060708L, in.readLong());
        assertEquals(300, in.readVInt());
        int[] ints = new int[5];
        in.readInts(ints, 1, 4);
        assertArrayEquals(new int[] {0, -2, -1, 0, 1}, ints);
        long[] longs = new long[1];
        in.readLongs(longs, 0, 1);
        assertArrayEquals(new long[] {-5}, longs);
        float[] floats = new float[1];
        in.readFloats(floats, 0, 1);
        assertArrayEquals(new float[] {1.5f}, floats);
        assertEquals(in.length(), in.getFilePointer());
        assertEquals(-1, in.readByte(0));
        assertEquals(-2, in.readShort(1));
        assertEquals(0x01020304, in.readInt(3));
        assertEquals(0x0102030405060708L, in.readLong(7));
    }

    @Test
    void nothing_is_read_beyond_the_end_of_a_slice_though_the_array_goes_on() throws IOException {
        ArrayInput slice = file(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).slice("part", 2, 4);
        assertEquals(0x06050403, slice.clone().readInt());
        slice.seek(1);
        assertThrows(EOFException.class, slice::readInt);
        assertThrows(EOFException.class, () -> slice.readInt(1));
        assertThrows(EOFException.class, () -> slice.readByte(-1));
        assertThrows(EOFException.class, () -> slice.readInts(new int[4], 0, 4));
        assertThrows(EOFException.class, () -> slice.seek(5));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.slice("more", 2, 3));
        assertEquals(4, slice.readByte(), "a reading that failed takes nothing");
    }
}
