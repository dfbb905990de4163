package app.lede.api;

import app.lede.search.Filter;
import java.util.Optional;

/** Reads a filter from a field of a JSON body, written as the query string of {@code GET /v1/articles}. */
final class FilterField {

    private FilterField() {}

    /** Returns the filter, all articles if the field is absent or empty; every fault of the filter is a fault of the field. */
    static Filter read(Fields fields, String name, int longest) {
        if (fields.isBlank(name)) {
            return Filter.ALL;
        }
        Optional<String> given = fields.text(name, longest);
        return given.map(FilterParameters::read)
                .map(reading -> switch (reading) {
                    case FilterParameters.Reading.Valid valid -> valid.filter();
                    case FilterParameters.Reading.Faulty faulty -> {
                        faulty.faults().forEach(fault -> fields.fault(name, fault.parameter() + ": " + fault.detail()));
                        yield Filter.ALL;
                    }
                })
                .orElse(Filter.ALL);
    }
}
