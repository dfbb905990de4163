package app.lede.api;

import java.util.Optional;

/** The files of the page for people: {@code index.html} and those that it names. Thread safe. */
@FunctionalInterface
public interface PageFiles {

    /** Returns a file's bytes; empty if the page has no such file. */
    Optional<byte[]> read(String name);
}
