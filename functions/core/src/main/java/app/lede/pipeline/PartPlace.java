package app.lede.pipeline;

import java.util.List;
import java.util.stream.Stream;

/**
 * Place among the parts of a collection before which all are done.
 *
 * @param numbers of the last part that is done, 0 for none; before it those of the collections that it lies in
 */
record PartPlace(List<Integer> numbers) {

    static final PartPlace START = new PartPlace(List.of(0));

    /** Returns the place behind a part. */
    static PartPlace behind(int number) {
        return new PartPlace(List.of(number));
    }

    /** Returns the place inside of a part. */
    static PartPlace inside(int number, PartPlace inner) {
        return new PartPlace(
                Stream.concat(Stream.of(number), inner.numbers.stream()).toList());
    }

    /** Returns how many parts of the collection itself are behind. */
    int done() {
        return numbers.size() == 1 ? numbers.getFirst() : numbers.getFirst() - 1;
    }

    /** Returns the place inside of a part that is not behind. */
    PartPlace in(int number) {
        return numbers.size() > 1 && numbers.getFirst() == number
                ? new PartPlace(numbers.subList(1, numbers.size()))
                : START;
    }
}
