package app.lede.local.command.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.bench.load.Heap.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapTest {

    @Test
    void the_slope_is_that_of_the_least_squares_line() {
        assertEquals(2.5, Heap.slope(List.of(new Sample(0, 10), new Sample(1, 14), new Sample(2, 15))), 1e-9);
    }

    @Test
    void one_sample_has_no_slope() {
        Heap heap = new Heap();
        heap.sample(1);
        assertEquals(0, heap.slope());
        assertTrue(heap.samples().getFirst().megabytes() > 0);
    }
}
