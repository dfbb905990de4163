package app.lede.lucene.segments;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import app.lede.lucene.analysis.Analyzers;
import org.junit.jupiter.api.Test;

class PreloadingTest {

    @Test
    void every_class_of_the_list_exists() {
        assertDoesNotThrow(() -> Preloading.load(new Analyzers()));
    }

    @Test
    void waiting_ends_when_all_is_loaded() {
        Preloading preloading = new Preloading(new Analyzers());
        preloading.begin();
        preloading.begin();
        assertDoesNotThrow(preloading::await);
    }
}
